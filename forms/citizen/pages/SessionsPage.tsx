import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { OwnSessions } from '../../kit/OwnSessions.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/text.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { PageTitle } from '../layout/PageTitle.tsx';
import { Refusal } from '../layout/Refusal.tsx';
import { call, ownSessionsQuery } from '../queries.ts';

/** Where the reader is signed in, with a way to end the sign-ins of other devices. */
export function SessionsPage() {
  const { data, error, refetch } = useQuery(ownSessionsQuery);
  const cache = useQueryClient();
  const ending = useMutation({
    mutationFn: (sessionId: string) => call('endSession', { params: { sessionId }, query: { audience: 'citizen' } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  if (data === undefined && error !== null) return <Refusal error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  return (
    <div className="container page-block">
      <PageTitle title={t('kit.sessions.title')} />
      <p className="lead">{t('citizen.sessions.intro')}</p>
      {ending.error === null ? null : <Problem problem={problemOf(ending.error)} />}
      <OwnSessions
        sessions={data.items}
        ending={ending.isPending ? ending.variables : undefined}
        onEnd={(sessionId) => ending.mutate(sessionId)}
      />
    </div>
  );
}
