import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, isUnreachable } from './failure.ts';
import { sessionKey } from './queries.ts';

const RETRIES = 2;

/**
 * Gives the cache of answers. Refusals are final; a server that does not answer is asked twice more. A call refused
 * for want of a session makes the page ask again who is signed in.
 */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: sessionKey });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, error) => isUnreachable(error) && count < RETRIES },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
