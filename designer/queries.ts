import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
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

/** The packages that the analyst draws; a body has a few dozen at the most. */
export const packagesQuery = queryOptions({
  queryKey: ['packages'],
  queryFn: ({ signal }) => call('listPackages', { signal }),
  staleTime: 0,
});

/** One package with its files. */
export const packageQuery = (packageId: string) =>
  queryOptions({
    queryKey: ['packages', packageId],
    queryFn: ({ signal }) => call('readPackage', { params: { packageId }, signal }),
    staleTime: 0,
  });

/** The texts of all files of a package: what uses the answers of a form. */
export const packageTextsQuery = (packageId: string) =>
  queryOptions({
    queryKey: ['packages', packageId, 'texts'],
    queryFn: ({ signal }) => call('readPackageTexts', { params: { packageId }, signal }),
  });

/** A file of a package as the server has it when the page opens: what is being written never changes under the hand. */
export const packageFileQuery = (packageId: string, path: string) =>
  queryOptions({
    queryKey: ['package-file', packageId, path],
    queryFn: ({ signal }) => call('readPackageFile', { params: { packageId }, query: { path }, signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The changes of a package, the newest first. */
export const packageHistoryQuery = (packageId: string) =>
  infiniteQueryOptions({
    queryKey: ['packages', packageId, 'history'],
    queryFn: ({ pageParam, signal }) =>
      call('readPackageHistory', {
        params: { packageId },
        query: pageParam === undefined ? {} : { before: pageParam },
        signal,
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ items }) => (items.at(-1)?.revision === 1 ? undefined : items.at(-1)?.revision),
    staleTime: 0,
  });
