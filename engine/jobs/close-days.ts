import { addDays, romeDay } from '../core/calendar.ts';
import { dayRoot } from '../core/day-root.ts';
import type { Day } from '../core/dossier.ts';
import { sha256Bytes } from '../store/sha256.ts';
import { closedDays, eventHashesOf, firstEventAt, keepDay } from '../store/tables/day-roots.ts';
import type { JobDeps } from './job.ts';

/** A day is closed so long after it is over: the door commits within seconds, whatever the database does. */
const PATIENCE_MS = 3_600_000;

/** A round stays short also after a long stop. */
const MOST = 31;

/**
 * Closes the days that are over and not closed yet, the oldest first, days without events too; gives how many. Several
 * workers may close the same day: what they write is the same.
 */
export async function closeDays({ db, clock }: Pick<JobDeps, 'db' | 'clock'>): Promise<number> {
  const now = clock();
  const today = romeDay(new Date(Date.parse(now) - PATIENCE_MS).toISOString());
  let [last] = await closedDays(db, { most: 1 });
  let day = last === undefined ? await firstDay(db) : addDays(last.day, 1);
  let closed = 0;
  while (day !== undefined && day < today && closed < MOST) {
    last = dayRoot({ day, hashes: await eventHashesOf(db, day) }, last, sha256Bytes);
    await keepDay(db, last, now);
    closed += 1;
    day = addDays(day, 1);
  }
  return closed;
}

async function firstDay(db: JobDeps['db']): Promise<Day | undefined> {
  const first = await firstEventAt(db);
  return first === undefined ? undefined : romeDay(first);
}
