import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useCallback } from 'react';
import type { Session } from '../contract/session.ts';
import { useRoutes } from 'react-router';
import { useLanguage } from '../kit/use-language.ts';
import { ErrorBoundary } from './layout/ErrorBoundary.tsx';
import { Layout } from './layout/Layout.tsx';
import { PageLoading } from './layout/PageLoading.tsx';
import type { Language } from '../text/language.ts';
import { call, sessionKey, useSession } from './queries.ts';
import { routes } from './routes.tsx';
import { useOwnLanguage } from '../kit/use-own-language.ts';

/** The language of the page is that of who is signed in; the server is told of another choice. */
function useKeptLanguage(): void {
  const queries = useQueryClient();
  const person = useSession().data?.person;
  const keep = useCallback(
    (language: Language) => {
      queries.setQueryData<Session>(
        sessionKey,
        (session) => session?.person && { ...session, person: { ...session.person, language } },
      );
      // Not told, it is told again with the next page: nothing waits for it.
      call('chooseLanguage', { query: { audience: 'citizen' }, body: { language } }).catch(() => undefined);
    },
    [queries],
  );
  useOwnLanguage(person, keep);
}

/** The public portal. */
export function App() {
  useLanguage();
  useKeptLanguage();
  const page = useRoutes([...routes]);
  return (
    <Layout>
      <ErrorBoundary>
        <Suspense fallback={<PageLoading />}>{page}</Suspense>
      </ErrorBoundary>
    </Layout>
  );
}
