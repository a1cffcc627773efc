import { QueryClient } from '@tanstack/react-query';
import { CallProblem } from '../contract/client.ts';

const retries = 2;

/** Makes the cache of the desk. A refusal is final; a server that does not answer is asked twice more. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (failures, error) => failures < retries && !isRefused(error) },
      mutations: { networkMode: 'always' },
    },
  });
}

function isRefused(error: unknown): boolean {
  return error instanceof CallProblem && error.problem.status < 500;
}
