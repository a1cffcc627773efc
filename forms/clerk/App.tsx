import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter, useRoutes } from 'react-router';
import { createQueryClient } from '../kit/query-client.ts';
import { AnnouncerProvider } from './layout/announcer.tsx';
import { CrashBoundary } from './layout/CrashBoundary.tsx';
import { useLanguage } from '../kit/use-language.ts';
import { routes } from './routes.tsx';
import { SessionGate } from './session/SessionGate.tsx';
import { useKeptLanguage } from './session/use-kept-language.ts';

/** The office desk: whoever has signed in sees the queue, the tasks and the dossiers of their offices. */
export function App() {
  useLanguage();
  const [queryClient] = useState(() => createQueryClient({ staleMs: 5_000 }));
  return (
    <CrashBoundary>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter basename="/ufficio">
          <AnnouncerProvider>
            <SessionGate>
              <Pages />
            </SessionGate>
          </AnnouncerProvider>
        </BrowserRouter>
      </QueryClientProvider>
    </CrashBoundary>
  );
}

/** The page of the address; drawn anew in another language, with what is written in it. */
function Pages() {
  useKeptLanguage();
  return useRoutes(routes.map(({ path, Page }) => ({ path, element: <Page /> })));
}
