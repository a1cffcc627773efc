import { queryOptions } from '@tanstack/react-query';
import { createClient } from '../forms/contract/client.ts';

/** The client of the Engine API that the designer speaks through. */
export const call = createClient((input, init) => fetch(input, init));

const MOST_PROCEDURES = 100;

/** Who is signed in at the office. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call('readSession', { query: { audience: 'office' }, signal }),
  staleTime: 0,
});

/** The published procedures; there are a few dozen at the most. */
export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: ({ signal }) => call('listProcedures', { query: { limit: MOST_PROCEDURES }, signal }),
});

/** The files of the current version of a procedure. */
export const sourcesQuery = (procedureId: string) =>
  queryOptions({
    queryKey: ['sources', procedureId],
    queryFn: ({ signal }) => call('readProcedureSources', { params: { procedureId }, signal }),
  });
