import type { Day } from '../../core/dossier.ts';
import { rowsOf, type Db } from '../db.ts';

/** Which rows of a list of the organisation are looked for. */
export interface Sought {
  /** What a row holds somewhere; empty for any. */
  readonly text: string;
  /** The bodies whose rows they are, by their IPA codes; all without it. */
  readonly ipaCodes?: readonly string[] | undefined;
  /** Rows that had ended before that day are left out. */
  readonly notEndedOn?: Day | undefined;
  /** How many at most, after how many; all without it. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/**
 * The rows of a statement that fit, in its order. Of each it gives the columns that the caller reads, and
 * `ipaCode` (whose row it is), `lastOn`, `words` (what is searched) and `place` (a number that orders).
 */
export function soughtRows<Found>(db: Db, statement: string, sought: Sought): Promise<readonly Found[]> {
  const { text, ipaCodes, notEndedOn = null, limit = null, offset = 0 } = sought;
  return rowsOf<Found>(
    db,
    `SELECT * FROM (${statement}) AS listed
      WHERE position(lower(CAST(:text AS text)) IN lower(words)) > 0
        AND (CAST(:ipaCodes AS jsonb) IS NULL OR CAST(:ipaCodes AS jsonb) @> to_jsonb("ipaCode"))
        AND (CAST(:notEndedOn AS date) IS NULL OR "lastOn" IS NULL OR "lastOn" >= CAST(:notEndedOn AS date))
      ORDER BY place LIMIT CAST(:limit AS int) OFFSET CAST(:offset AS int)`,
    { text, ipaCodes: ipaCodes === undefined ? null : JSON.stringify(ipaCodes), notEndedOn, limit, offset },
  );
}
