import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter, useRoutes } from 'react-router';
import { createQueryClient } from '../kit/query-client.ts';
import { AnnouncerProvider } from './layout/announcer.tsx';
import { CrashBoundary } from './layout/CrashBoundary.tsx';
import { routes } from './routes.tsx';
import { SessionGate } from './session/SessionGate.tsx';

/** The office desk: whoever has signed in sees the queue, the tasks and the dossiers of their offices. */
export function App() {
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

const Pages = () => useRoutes([...routes]);
