import { z } from 'zod';
import { Problem } from '../../core/problem.ts';
import { isStorable } from '../storable.ts';

/** A page of rows; `cursor` is present when there are more. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly cursor?: string;
}

/** A page that tells how long the list is. */
export interface CountedPage<Row> extends RowPage<Row> {
  /** Up to `countedUpTo`, and one more when there are more than that. */
  readonly total: number;
  /** True when nothing was found as typed, and the list holds what is nearly written so. */
  readonly alike?: true;
}

/** Beyond this many rows a list says only that there are more: an exact number would cost a reading of them all. */
export const countedUpTo = 1000;

/** What a reader asks of a paged list. */
export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The rows asked for, out of a query that was given one row more than that; `keyOf` names the place of the last. */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly string[]): RowPage<Row> {
  const last = rows[limit - 1];
  if (rows.length <= limit || last === undefined) return { rows };
  return { rows: rows.slice(0, limit), cursor: Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') };
}

/**
 * The place that a cursor names; undefined for the first page.
 * @throws Problem `request.invalid` when it is none of ours
 */
export function placeOf(cursor: string | undefined, length: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    return z
      .array(z.string().max(300))
      .length(length)
      .refine((place) => isStorable(JSON.stringify(place)))
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (error) {
    throw foreignCursor(error);
  }
}

/** The refusal of a cursor that no page of ours has given. */
export function foreignCursor(cause?: unknown): Problem {
  const message = 'il cursore non viene da una pagina precedente';
  const issues = [{ path: 'query.cursor', code: 'request.invalid-cursor', params: {}, message }];
  return new Problem('request.invalid', { issues }, { cause });
}
