import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { RegisterName } from '../../contract/administration.ts';
import { call } from '../queries.ts';

/** What the reader administers. */
export const administrationQuery = queryOptions({
  queryKey: ['administration'],
  queryFn: ({ signal }) => call('readAdministration', { signal }),
});

/** The roles that nobody plays in a body. */
export const gapsQuery = (ipaCode: string) =>
  queryOptions({
    queryKey: ['administration', 'gaps', ipaCode],
    queryFn: ({ signal }) => call('listGaps', { params: { ipaCode }, signal }),
  });

/** The newest changes in a body. */
export const changesQuery = (body: string) =>
  queryOptions({
    queryKey: ['administration', 'changes', body],
    queryFn: ({ signal }) => call('listAdministrationEvents', { query: { body, limit: 10 }, signal }),
  });

/** Which rows of a list are shown. */
export interface RowFilters {
  readonly q: string;
  readonly body: string | undefined;
  readonly ended: boolean;
}

/** The rows of a list, page by page. */
export const rowsQuery = (register: RegisterName, { q, body, ended }: RowFilters) =>
  infiniteQueryOptions({
    queryKey: ['administration', 'rows', register, q, body, ended],
    queryFn: ({ pageParam, signal }) =>
      call('listRegisterRows', {
        params: { register },
        query: {
          limit: 25,
          ...(q !== '' && { q }),
          ...(body !== undefined && { body }),
          ...(ended && { ended: 'true' as const }),
          ...(pageParam !== '' && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });

/** The offices of a body, as choices. */
export const officesQuery = (body: string) =>
  queryOptions({
    queryKey: ['administration', 'offices', body],
    queryFn: async ({ signal }) => {
      const query = { body, limit: 100 };
      const { items } = await call('listRegisterRows', { params: { register: 'offices' }, query, signal });
      return items.map(({ cells }) => ({ value: cells['codice'] ?? '', label: cells['nome'] ?? '' }));
    },
    enabled: body !== '',
  });

/** Bodies whose name fits, as choices by IPA code. */
export async function findBodies(q: string) {
  const { items } = await call('listBodies', { query: { q, limit: 10 } });
  return items.map(({ ipaCode, name }) => ({ id: ipaCode, label: name, detail: ipaCode }));
}

/** What a body is called. */
export const bodyNameQuery = (ipaCode: string) =>
  queryOptions({
    queryKey: ['administration', 'body', ipaCode],
    queryFn: async ({ signal }) => {
      const query = { body: ipaCode, limit: 1, ended: 'true' as const };
      const { items } = await call('listRegisterRows', { params: { register: 'bodies' }, query, signal });
      return items[0]?.cells['nome'] ?? ipaCode;
    },
    enabled: ipaCode !== '',
    staleTime: 300_000,
  });

/** What runs where a row is to be changed or ended; counted anew each time. */
export const consequencesQuery = (register: RegisterName, cells: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['administration', 'consequences', register, cells],
    queryFn: ({ signal }) => call('readConsequences', { params: { register }, body: { cells }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
