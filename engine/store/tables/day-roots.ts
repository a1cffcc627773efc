import { addDays, startOfRomeDay } from '../../core/calendar.ts';
import type { DayRoot } from '../../core/day-root.ts';
import type { Day } from '../../core/dossier.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

const columns = `to_char(day, 'YYYY-MM-DD') AS day, event_count AS "eventCount", root,
  previous_hash AS "previousHash", hash`;

/** The newest closed days, the newest first; those before a day where one is told. */
export function closedDays(
  db: Db,
  { before, most }: { readonly before?: Day; readonly most: number },
): Promise<readonly DayRoot[]> {
  return rowsOf<DayRoot>(
    db,
    `SELECT ${columns} FROM day_roots WHERE day < coalesce(CAST(:before AS date), 'infinity') ORDER BY day DESC LIMIT :most`,
    { before: before ?? null, most },
  );
}

/** The closed days after one, the oldest first; from the first day without one. */
export function daysAfter(
  db: Db,
  { after, most }: { readonly after?: Day; readonly most: number },
): Promise<readonly DayRoot[]> {
  return rowsOf<DayRoot>(
    db,
    `SELECT ${columns} FROM day_roots WHERE day > coalesce(CAST(:after AS date), '-infinity') ORDER BY day LIMIT :most`,
    { after: after ?? null, most },
  );
}

/** Keeps a day; where another process was first with it nothing happens. */
export async function keepDay(db: Db, closed: DayRoot, madeAt: Instant): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO day_roots (day, event_count, root, previous_hash, hash, made_at)
     VALUES (CAST(:day AS date), :eventCount, :root, :previousHash, :hash, :madeAt) ON CONFLICT DO NOTHING`,
    { ...closed, madeAt },
  );
}

/** The hashes of the events of a day in Rome, over all bodies. */
export async function eventHashesOf(db: Db, day: Day): Promise<readonly string[]> {
  const rows = await rowsOf<{ hash: string }>(db, 'SELECT hash FROM events WHERE at >= :from AND at < :until', {
    from: startOfRomeDay(day),
    until: startOfRomeDay(addDays(day, 1)),
  });
  return rows.map(({ hash }) => hash);
}

/** The instant of the first event of all; undefined while there is none. Reads all events. */
export async function firstEventAt(db: Db): Promise<Instant | undefined> {
  const [row] = await rowsOf<{ at: Instant | null }>(db, 'SELECT min(at) AS at FROM events');
  return row?.at ?? undefined;
}
