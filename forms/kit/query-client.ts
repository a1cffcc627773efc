import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isUnreachable } from './failure.ts';

const RETRIES = 2;

/** Settings of a cache of answers. */
export interface QueryClientSettings {
  /** For how long an answer is taken as fresh. */
  readonly staleMs: number;
  /** Told whatever a call failed with. */
  readonly onError?: (error: unknown, client: QueryClient) => void;
}

/** Gives the cache of answers. Refusals are final; a server that does not answer is asked twice more. */
export function createQueryClient({ staleMs, onError }: QueryClientSettings): QueryClient {
  const tell = (error: unknown): void => onError?.(error, client);
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: tell }),
    mutationCache: new MutationCache({ onError: tell }),
    defaultOptions: {
      queries: { staleTime: staleMs, retry: (failures, error) => failures < RETRIES && isUnreachable(error) },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
