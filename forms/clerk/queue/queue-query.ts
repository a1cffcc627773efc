import type { z } from 'zod';
import { taskQuery } from '../../contract/tasks.ts';

/** What the queue shows: the filters and the order, without paging. */
export type QueueQuery = Omit<z.output<typeof taskQuery>, 'limit' | 'cursor'>;

const shape = taskQuery.omit({ limit: true, cursor: true });

/** Reads the filters from the address; what cannot be read counts as not set. */
export function readQueueQuery(address: URLSearchParams): QueueQuery {
  const given = Object.fromEntries([...address].filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  return shape.parse(Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.has(key))));
}

/** Writes one changed filter into a copy of the address; an empty value takes it away. */
export function withFilter(address: URLSearchParams, key: keyof QueueQuery, value: string): URLSearchParams {
  const next = new URLSearchParams(address);
  if (value === '') next.delete(key);
  else next.set(key, value);
  return next;
}

/** Says whether any filter narrows the queue; the order does not count. */
export function isFiltered(query: QueueQuery): boolean {
  return [query.officeCode, query.procedureId, query.due, query.q].some((value) => value !== undefined);
}
