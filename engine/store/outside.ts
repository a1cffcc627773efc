import type { Instant, Variables } from '../kernel/types.ts';
import { rowsOf, type Db } from './db.ts';

/** What somebody outside of all dossiers has to say. `id` makes it once-only: the same id again says nothing new. */
export interface Told {
  readonly id: string;
  readonly payload: Variables;
  /** The only body that is told; all of them without it. */
  readonly bodyId?: string;
}

/** A message from outside, which waits for whoever awaits it until `expiresAt`. */
export interface ToldMessage extends Told {
  readonly message: string;
  readonly correlationKey?: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

/** Sends a message to the dossier that awaits it, else to a procedure that begins with it. */
export async function tellMessage(db: Db, told: ToldMessage): Promise<void> {
  const { id, message, correlationKey = null, payload, bodyId = null, at, expiresAt } = told;
  await rowsOf(
    db,
    `WITH thrown AS (
       INSERT INTO thrown_messages (message_id, body_id, name, correlation_key, payload, thrown_at, expires_at, state)
       VALUES (:id, CAST(:bodyId AS uuid), :message, :key, CAST(:payload AS jsonb), :at, :expiresAt, 'waiting')
       ON CONFLICT (message_id) DO NOTHING
       RETURNING message_id)
     SELECT count(job.*) FROM thrown, graphile_worker.add_job('deliver-message',
       payload := json_build_object('messageId', message_id), job_key := 'message:' || message_id) job`,
    { id, message, key: correlationKey, payload: JSON.stringify(payload), bodyId, at, expiresAt },
  );
}

/** Broadcasts a signal to all dossiers that wait for it and all procedures that begin with it. */
export async function tellSignal(
  db: Db,
  { id, signal, payload, bodyId }: Told & { readonly signal: string },
): Promise<void> {
  await addJob(db, {
    task: 'broadcast-signal',
    key: `signal:${id}`,
    payload: { signalId: id, signal, payload, bodyId },
  });
}

/** Makes facts known to the procedures whose conditional start event they may fulfil. */
export async function tellFacts(db: Db, { id, payload: facts, bodyId }: Told): Promise<void> {
  await addJob(db, { task: 'announce-facts', key: `facts:${id}`, payload: { announcementId: id, facts, bodyId } });
}

interface AddedJob {
  readonly task: string;
  readonly key: string;
  readonly payload: unknown;
}

async function addJob(db: Db, { task, key, payload }: AddedJob): Promise<void> {
  await rowsOf(
    db,
    `SELECT graphile_worker.add_job(:task, payload := CAST(:payload AS json), job_key := :key, max_attempts := 25)`,
    { task, key, payload: JSON.stringify(payload) },
  );
}
