import { lazy, type ReactElement } from 'react';
import { CataloguePage } from './catalogue/CataloguePage.tsx';
import { RequireSession } from './layout/RequireSession.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import type { paths } from './paths.ts';

const ServicePage = lazy(async () => ({ default: (await import('./service/ServicePage.tsx')).ServicePage }));
const StartPage = lazy(async () => ({ default: (await import('./apply/StartPage.tsx')).StartPage }));
const ApplyPage = lazy(async () => ({ default: (await import('./apply/ApplyPage.tsx')).ApplyPage }));
const DossiersPage = lazy(async () => ({ default: (await import('./dossiers/DossiersPage.tsx')).DossiersPage }));
const DossierPage = lazy(async () => ({ default: (await import('./dossier/DossierPage.tsx')).DossierPage }));
const ConfirmationPage = lazy(async () => ({
  default: (await import('./apply/ConfirmationPage.tsx')).ConfirmationPage,
}));
const TaskPage = lazy(async () => ({ default: (await import('./fill/TaskPage.tsx')).TaskPage }));
const ActPage = lazy(async () => ({ default: (await import('./fill/ActPage.tsx')).ActPage }));
const ClosedDaysPage = lazy(async () => ({ default: (await import('./pages/ClosedDaysPage.tsx')).ClosedDaysPage }));
const PrivacyPage = lazy(async () => ({ default: (await import('./pages/PrivacyPage.tsx')).PrivacyPage }));
const SessionsPage = lazy(async () => ({ default: (await import('./pages/SessionsPage.tsx')).SessionsPage }));
const MailAddressPage = lazy(async () => ({ default: (await import('./pages/MailAddressPage.tsx')).MailAddressPage }));
const AccessibilityPage = lazy(async () => ({
  default: (await import('./pages/AccessibilityPage.tsx')).AccessibilityPage,
}));

/** A page that only a signed-in person sees; left open, with what was typed, when the session ends. */
const personal = (page: ReactElement): ReactElement => <RequireSession>{page}</RequireSession>;

/** A page and its address. */
interface Route {
  readonly path: (typeof paths)[number];
  readonly element: ReactElement;
}

/** Every page of the portal and its address. */
export const routes: readonly Route[] = [
  { path: '/', element: <CataloguePage /> },
  { path: 'servizi/:procedureId', element: <ServicePage /> },
  { path: 'servizi/:procedureId/avvia', element: personal(<StartPage />) },
  { path: 'servizi/:procedureId/domanda/:draftId', element: personal(<ApplyPage />) },
  { path: 'pratiche', element: personal(<DossiersPage />) },
  { path: 'pratiche/:dossierId', element: personal(<DossierPage />) },
  { path: 'pratiche/:dossierId/inviata', element: personal(<ConfirmationPage />) },
  { path: 'pratiche/:dossierId/attivita/:taskId', element: personal(<TaskPage />) },
  { path: 'pratiche/:dossierId/atti/:elementId', element: personal(<ActPage />) },
  { path: 'accessi', element: personal(<SessionsPage />) },
  { path: 'indirizzo/:token', element: personal(<MailAddressPage />) },
  { path: 'giorni', element: <ClosedDaysPage /> },
  { path: 'privacy', element: <PrivacyPage /> },
  { path: 'accessibilita', element: <AccessibilityPage /> },
  { path: '*', element: <NotFoundPage /> },
];
