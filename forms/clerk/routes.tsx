import type { ComponentType } from 'react';
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
  readonly Page: ComponentType;
}

/** Every page of the desk and its address, below `/ufficio`. */
export const routes: readonly Route[] = [
  { path: '/', Page: Queue },
  { path: 'attivita/:taskId', Page: TaskPage },
  { path: 'pratiche', Page: DossierList },
  { path: 'pratiche/:dossierId', Page: DossierPage },
  { path: 'valutazioni', Page: Ratings },
  { path: 'amministrazione', Page: Overview },
  { path: 'amministrazione/:register', Page: RegisterPage },
  { path: 'amministrazione/:register/riga', Page: RowPage },
  { path: 'amministrazione/:register/importa', Page: ImportPage },
  { path: 'accessi', Page: Sessions },
  { path: 'posta', Page: Mails },
  { path: '*', Page: NotFound },
];
