import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter, useRoutes } from 'react-router';
import { createQueryClient } from '../forms/kit/query-client.ts';
import { routes } from './routes.tsx';
import { Gate } from './session/Gate.tsx';

/** The analyst's app: the procedures that a body draws, and their files. */
export function App() {
  const [queryClient] = useState(() => createQueryClient({ staleMs: 60_000 }));
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter basename="/progetta">
        <Gate>
          <Pages />
        </Gate>
      </BrowserRouter>
    </QueryClientProvider>
  );
}

const Pages = () => useRoutes([...routes]);
