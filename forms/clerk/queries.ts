import { keepPreviousData, queryOptions, infiniteQueryOptions } from '@tanstack/react-query';
import { CallProblem, createClient } from '../contract/client.ts';
import { speakingFetch } from '../kit/speaking-fetch.ts';
import { setServerTime } from './clock.ts';
import type { QueueQuery } from './queue/queue-query.ts';
import { tellSessionLost } from './session/session-lost.ts';

/** The client of the Engine API that the whole desk speaks through; a session that has ended is told to the page. */
export const call = createClient(async (input, init) => {
  const response = await speakingFetch(input, init);
  if (response.status === 401) tellSessionLost();
  return response;
});

const pageSize = 25;
/** The cursor before the first page; the client leaves empty values out of the address. */
const firstPage = '';

let isTimeKnown = false;

/** Asks once what time it is at the server; a server that cannot say leaves the clock of this machine. */
async function learnServerTime(): Promise<void> {
  if (isTimeKnown) return;
  try {
    setServerTime((await call('readStatus', {})).at);
    isTimeKnown = true;
  } catch (error) {
    if (!(error instanceof CallProblem || error instanceof TypeError)) throw error;
  }
}

/** Who is signed in at the desk; asked again whenever the window comes back to the front. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const [session] = await Promise.all([
      call('readSession', { query: { audience: 'office' }, signal }),
      learnServerTime(),
    ]);
    return session;
  },
  staleTime: 0,
});

/** Where whoever works here is signed in. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call('listSessions', { query: { audience: 'office' }, signal }),
});

/** The queue, page by page, asked again every 20 seconds. */
export const queueQuery = (filters: QueueQuery) =>
  infiniteQueryOptions({
    queryKey: ['queue', filters],
    queryFn: ({ pageParam, signal }) =>
      call('listTasks', { query: { ...filters, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 20_000,
  });

/** How the services of the offices that one manages are rated. */
export const ratingsQuery = queryOptions({
  queryKey: ['ratings'],
  queryFn: ({ signal }) => call('listRatings', { signal }),
});

/**
 * A task with its dossier; asked again when the window comes back to the front, since a colleague may have taken it.
 */
export const taskQueryOf = (taskId: string) =>
  queryOptions({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => call('readTask', { params: { taskId }, signal }),
  });

/** Which dossiers a list shows. */
export interface DossierFilters {
  readonly q?: string;
  readonly state?: 'open' | 'closed';
}

/** The dossiers of one's offices, page by page. */
export const dossiersQuery = (filters: DossierFilters) =>
  infiniteQueryOptions({
    queryKey: ['dossiers', filters],
    queryFn: ({ pageParam, signal }) =>
      call('listOfficeDossiers', { query: { ...filters, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });

/** One dossier as the office sees it; every reading is recorded, hence not repeated by itself. */
export const dossierQuery = (dossierId: string) =>
  queryOptions({
    queryKey: ['dossier', dossierId],
    queryFn: ({ signal }) => call('readOfficeDossier', { params: { dossierId }, signal }),
    refetchOnWindowFocus: false,
  });

/** The diagram of a dossier with its position. */
export const diagramQuery = (dossierId: string) =>
  queryOptions({
    queryKey: ['diagram', dossierId],
    queryFn: ({ signal }) => call('readDiagram', { params: { dossierId }, signal }),
  });

/** The published procedures, for the filter of the queue. */
export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: ({ signal }) => call('listProcedures', { query: { limit: 100 }, signal }),
  staleTime: 300_000,
});

/** The kept mails; development only. */
export const mailsQuery = (to: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['mails', to],
    queryFn: ({ pageParam, signal }) =>
      call('listMails', { query: { to, limit: pageSize, cursor: pageParam }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.cursor,
    refetchInterval: 10_000,
  });
