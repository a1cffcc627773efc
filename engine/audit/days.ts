import { addDays } from '../core/calendar.ts';
import { dayRoot, hashOfDay, type DayRoot } from '../core/day-root.ts';
import type { BytesHash } from '../core/day-tree.ts';
import type { Day } from '../core/dossier.ts';
import type { Db } from '../store/db.ts';
import { daysAfter, eventHashesOf } from '../store/tables/day-roots.ts';

/** What is wrong with a closed day: a day is missing before it, it was changed, or its events are not those of then. */
export type DayFault = 'day.follows-nothing' | 'day.differs' | 'day.events-differ';

/** What the audit found of one closed day. */
export interface AuditedDay {
  readonly day: Day;
  readonly fault?: DayFault;
}

/** Days read at a time. */
const PAGE = 100;

/** Recomputes the closed days from the events that are stored. The hashes of one day are in memory at a time. */
export async function* auditDays(db: Db, hash: BytesHash): AsyncGenerator<AuditedDay> {
  let before: DayRoot | undefined;
  for (;;) {
    const page = await daysAfter(db, { ...(before === undefined ? {} : { after: before.day }), most: PAGE });
    for (const closed of page) {
      const fault = await faultOf(closed, before, { db, hash });
      yield { day: closed.day, ...(fault === undefined ? {} : { fault }) };
      before = closed;
    }
    if (page.length < PAGE) return;
  }
}

async function faultOf(
  closed: DayRoot,
  before: DayRoot | undefined,
  { db, hash }: { readonly db: Db; readonly hash: BytesHash },
): Promise<DayFault | undefined> {
  if (hashOfDay(closed, hash) !== closed.hash) return 'day.differs';
  const hashes = await eventHashesOf(db, closed.day);
  const anew = dayRoot({ day: closed.day, hashes }, before, hash);
  if (anew.previousHash !== closed.previousHash) return 'day.follows-nothing';
  if (before !== undefined && addDays(before.day, 1) !== closed.day) return 'day.follows-nothing';
  return anew.hash === closed.hash ? undefined : 'day.events-differ';
}
