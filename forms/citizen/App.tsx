import { Suspense } from 'react';
import { useRoutes } from 'react-router';
import { useLanguage } from '../kit/use-language.ts';
import { ErrorBoundary } from './layout/ErrorBoundary.tsx';
import { Layout } from './layout/Layout.tsx';
import { PageLoading } from './layout/PageLoading.tsx';
import { routes } from './routes.tsx';
import { useOwnLanguage } from './use-own-language.ts';

/** The public portal. */
export function App() {
  useLanguage();
  useOwnLanguage();
  const page = useRoutes([...routes]);
  return (
    <Layout>
      <ErrorBoundary>
        <Suspense fallback={<PageLoading />}>{page}</Suspense>
      </ErrorBoundary>
    </Layout>
  );
}
