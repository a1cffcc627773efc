import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { createQueryClient } from '../forms/kit/query-client.ts';
import { BuilderPage } from './forms/BuilderPage.tsx';
import { HomePage } from './home/HomePage.tsx';
import { Gate } from './session/Gate.tsx';

/** The analyst's app: the works at hand, and the builder of one form. */
export function App() {
  const [queryClient] = useState(() => createQueryClient({ staleMs: 60_000 }));
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter basename="/progetta">
        <Gate>
          <Routes>
            <Route path="moduli/:workId" element={<BuilderPage />} />
            <Route path="*" element={<HomePage />} />
          </Routes>
        </Gate>
      </BrowserRouter>
    </QueryClientProvider>
  );
}
