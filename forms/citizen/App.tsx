import { lazy, Suspense, type ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { CataloguePage } from './catalogue/CataloguePage.tsx';
import { useLanguage } from '../kit/use-language.ts';
import { ErrorBoundary } from './layout/ErrorBoundary.tsx';
import { Layout } from './layout/Layout.tsx';
import { PageLoading } from './layout/PageLoading.tsx';
import { RequireSession } from './layout/RequireSession.tsx';
import { NotFoundPage } from './pages/NotFoundPage.tsx';

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
const PrivacyPage = lazy(async () => ({ default: (await import('./pages/PrivacyPage.tsx')).PrivacyPage }));
const AccessibilityPage = lazy(async () => ({
  default: (await import('./pages/AccessibilityPage.tsx')).AccessibilityPage,
}));

/** A page that only a signed-in person sees; left open, with what was typed, when the session ends. */
const personal = (page: ReactElement): ReactElement => <RequireSession>{page}</RequireSession>;

/** The public portal: every page and its address. */
export function App() {
  useLanguage();
  return (
    <Layout>
      <ErrorBoundary>
        <Suspense fallback={<PageLoading />}>
          <Routes>
            <Route index element={<CataloguePage />} />
            <Route path="servizi/:procedureId" element={<ServicePage />} />
            <Route path="servizi/:procedureId/avvia" element={personal(<StartPage />)} />
            <Route path="servizi/:procedureId/domanda/:draftId" element={personal(<ApplyPage />)} />
            <Route path="pratiche" element={personal(<DossiersPage />)} />
            <Route path="pratiche/:dossierId" element={personal(<DossierPage />)} />
            <Route path="pratiche/:dossierId/inviata" element={personal(<ConfirmationPage />)} />
            <Route path="pratiche/:dossierId/attivita/:taskId" element={personal(<TaskPage />)} />
            <Route path="pratiche/:dossierId/atti/:elementId" element={personal(<ActPage />)} />
            <Route path="privacy" element={<PrivacyPage />} />
            <Route path="accessibilita" element={<AccessibilityPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Layout>
  );
}
