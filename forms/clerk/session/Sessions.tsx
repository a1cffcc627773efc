import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Loading } from '../../kit/Loading.tsx';
import { OwnSessions } from '../../kit/OwnSessions.tsx';
import { problemOf } from '../../kit/failure.ts';
import { Problem } from '../../kit/Problem.tsx';
import { t } from '../../text/clerk.ts';
import { PageTitle } from '../layout/PageTitle.tsx';
import { call, ownSessionsQuery } from '../queries.ts';

/** Where whoever works here is signed in, with a way to end the sign-ins of other devices. */
export function Sessions() {
  const { data, error, isPending, refetch } = useQuery(ownSessionsQuery);
  const cache = useQueryClient();
  const ending = useMutation({
    mutationFn: (sessionId: string) => call('endSession', { params: { sessionId }, query: { audience: 'office' } }),
    onSettled: () => cache.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
  const failure = ending.error ?? error;
  return (
    <>
      <PageTitle title={t('kit.sessions.title')} />
      <p className="lead">{t('clerk.session.sessionsIntro')}</p>
      {isPending ? <Loading /> : null}
      {failure === null ? null : <Problem problem={problemOf(failure)} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <OwnSessions
          sessions={data.items}
          ending={ending.isPending ? ending.variables : undefined}
          onEnd={(sessionId) => ending.mutate(sessionId)}
        />
      )}
    </>
  );
}
