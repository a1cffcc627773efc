import type { ReactElement } from 'react';
import { ImportPage } from './administration/ImportPage.tsx';
import { Overview } from './administration/Overview.tsx';
import { RegisterPage } from './administration/RegisterPage.tsx';
import { RowPage } from './administration/RowPage.tsx';
import { DossierList } from './dossier/DossierList.tsx';
import { DossierPage } from './dossier/DossierPage.tsx';
import { NotFound } from './layout/NotFound.tsx';
import { Mails } from './mails/Mails.tsx';
import { Queue } from './queue/Queue.tsx';
import { Ratings } from './ratings/Ratings.tsx';
import { Sessions } from './session/Sessions.tsx';
import { TaskPage } from './task/TaskPage.tsx';
import type { paths } from './paths.ts';

/** A page and its address. */
interface Route {
  readonly path: (typeof paths)[number];
  readonly element: ReactElement;
}

/** Every page of the desk and its address, below `/ufficio`. */
export const routes: readonly Route[] = [
  { path: '/', element: <Queue /> },
  { path: 'attivita/:taskId', element: <TaskPage /> },
  { path: 'pratiche', element: <DossierList /> },
  { path: 'pratiche/:dossierId', element: <DossierPage /> },
  { path: 'valutazioni', element: <Ratings /> },
  { path: 'amministrazione', element: <Overview /> },
  { path: 'amministrazione/:register', element: <RegisterPage /> },
  { path: 'amministrazione/:register/riga', element: <RowPage /> },
  { path: 'amministrazione/:register/importa', element: <ImportPage /> },
  { path: 'accessi', element: <Sessions /> },
  { path: 'posta', element: <Mails /> },
  { path: '*', element: <NotFound /> },
];
