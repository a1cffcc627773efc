import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { createQueryClient } from '../kit/query-client.ts';
import { DossierList } from './dossier/DossierList.tsx';
import { DossierPage } from './dossier/DossierPage.tsx';
import { AnnouncerProvider } from './layout/announcer.tsx';
import { CrashBoundary } from './layout/CrashBoundary.tsx';
import { NotFound } from './layout/NotFound.tsx';
import { Mails } from './mails/Mails.tsx';
import { Ratings } from './ratings/Ratings.tsx';
import { Queue } from './queue/Queue.tsx';
import { SessionGate } from './session/SessionGate.tsx';
import { TaskPage } from './task/TaskPage.tsx';

/** The office desk: whoever has signed in sees the queue, the tasks and the dossiers of their offices. */
export function App() {
  const [queryClient] = useState(() => createQueryClient({ staleMs: 5_000 }));
  return (
    <CrashBoundary>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter basename="/ufficio">
          <AnnouncerProvider>
            <SessionGate>
              <Routes>
                <Route index element={<Queue />} />
                <Route path="attivita/:taskId" element={<TaskPage />} />
                <Route path="pratiche" element={<DossierList />} />
                <Route path="pratiche/:dossierId" element={<DossierPage />} />
                <Route path="valutazioni" element={<Ratings />} />
                <Route path="posta" element={<Mails />} />
                <Route path="*" element={<NotFound />} />
              </Routes>
            </SessionGate>
          </AnnouncerProvider>
        </BrowserRouter>
      </QueryClientProvider>
    </CrashBoundary>
  );
}
