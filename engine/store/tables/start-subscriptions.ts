import type { Cycle } from '../../kernel/time/cycle.ts';
import type { Subscription } from '../../kernel/running/subscriptions.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { forgetUnheard } from './fulfilled-conditions.ts';
import { Row } from './row.ts';

/** What a published procedure listens for, to open a dossier at that start event. */
export interface StartSubscription {
  readonly procedureId: string;
  readonly processId: string;
  readonly elementId: string;
  readonly part: number;
  readonly version: number;
  readonly type: Subscription['type'];
  /** The message or signal. */
  readonly name: string | null;
  readonly condition: string | null;
  readonly dueAt: Instant | null;
  readonly cycle: Cycle | null;
}

/** Only the current version of a procedure listens; a new one replaces all rows of the old. */
class SubscriptionRow extends Row {
  static override tableName = 'start_subscriptions';
  static override idColumn = ['procedureId', 'processId', 'elementId', 'part'];
  static override jsonAttributes = ['cycle'];

  declare readonly procedureId: string;
  declare readonly processId: string;
  declare readonly elementId: string;
  declare readonly part: number;
  declare readonly version: number;
  declare readonly type: StartSubscription['type'];
  declare readonly name: string | null;
  declare readonly condition: string | null;
  declare readonly dueAt: Instant | null;
  declare readonly cycle: Cycle | null;
}

/** Names one subscription, whatever the version. */
export type SubscriptionPlace = Pick<StartSubscription, 'procedureId' | 'processId' | 'elementId' | 'part'>;

const columns = [
  ...['procedureId', 'processId', 'elementId', 'part', 'version', 'type', 'name', 'condition', 'cycle'],
  'dueAt',
];

/** Lets a procedure listen for these and nothing else; the jobs of its timers follow. */
export async function replaceSubscriptions(
  db: Db,
  procedureId: string,
  subscriptions: readonly StartSubscription[],
): Promise<void> {
  const old = await SubscriptionRow.query(db)
    .select(...columns)
    .where({ procedureId, type: 'timer' });
  await SubscriptionRow.query(db).delete().where({ procedureId });
  for (const row of old) await dropTimer(db, row);
  for (const row of subscriptions) await SubscriptionRow.query(db).insert({ ...row });
  for (const row of subscriptions) if (row.type === 'timer') await setTimer(db, row);
  await forgetUnheard(db, procedureId);
}

/** Those of a name; they are few, one for each start event. */
export async function listSubscriptions(
  db: Db,
  listening: { readonly type: StartSubscription['type']; readonly name?: string },
): Promise<readonly StartSubscription[]> {
  return SubscriptionRow.query(db)
    .select(...columns)
    .where(listening)
    .orderBy(['procedureId', 'processId', 'elementId', 'part']);
}

/** One timer, locked until the end of the transaction; undefined when it no longer listens. */
export async function lockTimer(db: Db, place: SubscriptionPlace): Promise<StartSubscription | undefined> {
  return SubscriptionRow.query(db)
    .select(...columns)
    .where({ ...pick(place), type: 'timer' })
    .forUpdate()
    .first();
}

/** Lets a timer be due again, or no more. */
export async function moveTimer(db: Db, timer: StartSubscription, next: Cycle | undefined): Promise<void> {
  if (next === undefined) {
    await SubscriptionRow.query(db).delete().where(pick(timer));
    return;
  }
  const moved = { ...timer, dueAt: next.dueAt, cycle: next };
  await SubscriptionRow.query(db).where(pick(timer)).patch({ dueAt: next.dueAt, cycle: next });
  await setTimer(db, moved);
}

function pick({ procedureId, processId, elementId, part }: SubscriptionPlace): SubscriptionPlace {
  return { procedureId, processId, elementId, part };
}

/** The key of the job of a timer; `wakeDueStarts` makes the same. */
function timerKey({ procedureId, processId, elementId, part }: SubscriptionPlace): string {
  return `start-timer:${procedureId}:${processId}:${elementId}:${part}`;
}

async function setTimer(db: Db, timer: StartSubscription): Promise<void> {
  await rowsOf(
    db,
    `SELECT graphile_worker.add_job('fire-start-timer', payload := CAST(:payload AS json),
       run_at := CAST(:runAt AS timestamptz), job_key := :key, max_attempts := 25)`,
    { payload: JSON.stringify(pick(timer)), runAt: timer.dueAt, key: timerKey(timer) },
  );
}

async function dropTimer(db: Db, timer: SubscriptionPlace): Promise<void> {
  await rowsOf(db, 'SELECT graphile_worker.remove_job(:key)', { key: timerKey(timer) });
}

/**
 * Puts every start timer that is due by the engine's clock to work now, and gives how many; the queue runs jobs by the
 * clock of the database. Jobs that were tried already are left as they are.
 */
export async function wakeDueStarts(db: Db, now: Instant): Promise<number> {
  const [row] = await rowsOf<{ woken: number }>(db, wakeSql, { now });
  return row?.woken ?? 0;
}

const wakeSql = `
WITH due AS (
  SELECT json_build_object('procedureId', procedure_id, 'processId', process_id, 'elementId', element_id, 'part', part)
           AS payload,
         'start-timer:' || procedure_id || ':' || process_id || ':' || element_id || ':' || part AS key
    FROM start_subscriptions WHERE type = 'timer' AND due_at <= CAST(:now AS timestamptz)),
asleep AS (
  SELECT due.* FROM due LEFT JOIN graphile_worker.jobs job USING (key)
   WHERE job.id IS NULL OR (job.attempts = 0 AND job.locked_at IS NULL AND job.run_at > now()))
SELECT count(woken.*) AS woken
  FROM asleep, graphile_worker.add_job('fire-start-timer', payload := asleep.payload, job_key := asleep.key) woken`;
