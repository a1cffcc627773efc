import { infiniteQueryOptions, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createClient, type CallOutput } from '../contract/client.ts';
import type { Session } from '../contract/session.ts';
import { speakingFetch } from '../kit/speaking-fetch.ts';
import { language } from '../text/language.ts';

/** Calls the Engine API as the citizen of this browser. */
export const call = createClient(speakingFetch);

/** Where the answer to "who is signed in" is kept. */
export const sessionKey = ['session'] as const;

/** Who is signed in, as a query. */
export const useSession = (): UseQueryResult<Session> =>
  useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => call('readSession', { query: { audience: 'citizen' }, signal }),
    staleTime: 5 * 60_000,
  });

/** Where the reader is signed in. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call('listSessions', { query: { audience: 'citizen' }, signal }),
});

/** The addresses that the reader has still to confirm; what was just sent may have brought one. */
export const mailAddressesQuery = queryOptions({
  queryKey: ['mail-addresses'],
  queryFn: ({ signal }) => call('listMailAddresses', { signal }),
  staleTime: 0,
});

/** The published procedures that match some words, in pages. */
export const proceduresQuery = ({ q, topic }: { readonly q: string; readonly topic: string }) =>
  infiniteQueryOptions({
    queryKey: ['procedures', q, topic],
    queryFn: ({ signal, pageParam }) =>
      call('listProcedures', {
        query: {
          limit: 50,
          ...(q === '' ? {} : { q }),
          ...(topic === '' ? {} : { topic }),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.cursor,
  });

/** The days whose events are closed, the newest first. */
export const closedDaysQuery = infiniteQueryOptions({
  queryKey: ['closed-days'],
  queryFn: ({ signal, pageParam }) =>
    call('listClosedDays', { query: { limit: 30, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal }),
  initialPageParam: '',
  getNextPageParam: (last) => last.cursor,
});

/** The service card of a procedure, with what a body says of its own where one is named by its IPA code. */
export const procedureQuery = (procedureId: string, body = '') =>
  queryOptions({
    queryKey: ['procedure', procedureId, body],
    queryFn: ({ signal }) =>
      call('readProcedure', { params: { procedureId }, query: body === '' ? {} : { body }, signal }),
    staleTime: 5 * 60_000,
  });

/** The drafts of the reader. */
export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: ({ signal }) => call('listDrafts', { signal }),
  // What was just written gives a draft its name.
  staleTime: 0,
});

/**
 * A draft as it was when the page opened. It is not fetched anew behind the back of whoever is writing: the autosave
 * is the one that talks to the server from then on.
 */
export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['draft', draftId],
    queryFn: ({ signal }) => call('readDraft', { params: { draftId }, signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** Under what every list of one's own dossiers is kept. */
export const dossiersKey = ['dossiers'] as const;

/** One's own dossiers, page by page: all of a state, or what a search finds. */
export const dossiersQuery = (query: { readonly q?: string; readonly state?: 'open' | 'closed' }) =>
  infiniteQueryOptions({
    queryKey: [...dossiersKey, query],
    queryFn: ({ signal, pageParam }) =>
      call('listDossiers', {
        query: { limit: 25, ...query, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.cursor,
  });

/** One dossier, told in the language of the page; asked again when the person comes back to it. */
export const dossierQuery = (dossierId: string) =>
  queryOptions({
    queryKey: ['dossier', dossierId, language()],
    queryFn: ({ signal }) => call('readDossier', { params: { dossierId }, signal }),
  });

/** What the server answered to "Conferma e invia"; kept for the confirmation page, never asked for. */
export const receiptKey = (dossierId: string) => ['receipt', dossierId] as const;

/** The receipt of a submission. */
export type Receipt = CallOutput<'createApplication'>;
