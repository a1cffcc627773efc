import type { Instant, Variables } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/**
 * A message on its way to whoever awaits it. It stays within the body of its thrower unless who awaits it hears others.
 */
export interface WaitingMessage {
  readonly messageId: string;
  readonly message: string;
  readonly correlationKey: string | null;
  readonly payload: Variables;
  /** Of its thrower; null for one from outside. */
  readonly dossierId: string | null;
  readonly bodyId: string | null;
}

/** The SQL of the key and the body of a message. */
interface Ends {
  readonly key: string;
  readonly body: string;
}

/** The same of a wait, and whether its procedure lets other bodies be heard there. */
interface WaitEnds extends Ends {
  readonly hearsOthers: string;
}

/**
 * The SQL that tells whether a wait may get a message of its name. Keys on both sides have to agree. The two are of one
 * body, unless the procedure of the wait hears others: then a key says which dossier is meant.
 */
export function mayGet(wait: WaitEnds, message: Ends): string {
  return `((${message.key} IS NULL OR ${wait.key} IS NULL OR ${wait.key} = ${message.key})
      AND (${message.body} IS NULL OR ${wait.body} = ${message.body}
        OR (${wait.hearsOthers} AND ${wait.key} = ${message.key})))`;
}

const ofWait: WaitEnds = { key: 'w.correlation_key', body: 'w.body_id', hearsOthers: 'w.hears_others' };

const columns = `message_id AS "messageId", name AS message, correlation_key AS "correlationKey", payload,
  dossier_id AS "dossierId", body_id AS "bodyId"`;

/** A message that has not reached anybody yet; undefined when it has, or was given up. */
export async function findWaitingMessage(db: Db, messageId: string): Promise<WaitingMessage | undefined> {
  const sql = `SELECT ${columns} FROM thrown_messages WHERE message_id = :messageId AND state = 'waiting'`;
  const [row] = await rowsOf<WaitingMessage>(db, sql, { messageId });
  return row;
}

/**
 * The oldest dossier that awaits a message, apart from those that have refused it; undefined when there is none. Ids of
 * dossiers are in the order of time.
 */
export async function findReceiver(
  db: Db,
  { message, correlationKey, bodyId }: WaitingMessage,
  refused: readonly string[],
): Promise<string | undefined> {
  const [row] = await rowsOf<{ dossierId: string }>(
    db,
    `SELECT w.dossier_id AS "dossierId" FROM waits w
      WHERE w.type = 'message' AND w.name = :message
        AND ${mayGet(ofWait, { key: 'CAST(:key AS text)', body: 'CAST(:bodyId AS uuid)' })}
        AND w.dossier_id::text NOT IN (SELECT jsonb_array_elements_text(CAST(:refused AS jsonb)))
      ORDER BY w.dossier_id LIMIT 1`,
    { message, key: correlationKey, bodyId, refused: JSON.stringify(refused) },
  );
  return row?.dossierId;
}

/** Marks a message from outside as given up; one of a dossier is given up through the door, which records it there. */
export async function giveUpForeign(db: Db, messageId: string, at: Instant): Promise<void> {
  await rowsOf(
    db,
    `UPDATE thrown_messages SET state = 'undelivered', settled_at = CAST(:at AS timestamptz), payload = '{}'
      WHERE message_id = :messageId AND state = 'waiting' AND dossier_id IS NULL`,
    { messageId, at },
  );
}

/**
 * Puts to work what waits for nothing any more: messages that somebody awaits by now, and messages whose time is over.
 * Gives how many. A message and a wait that come up at the same moment may miss each other; this finds them.
 */
export async function matchMessages(db: Db, now: Instant): Promise<number> {
  const [row] = await rowsOf<{ woken: number }>(db, matchSql, { now });
  return row?.woken ?? 0;
}

const matchSql = `
WITH expired AS (
  SELECT message_id, dossier_id, 'give-up-message' AS task, 'message-end:' || message_id AS key
    FROM thrown_messages WHERE state = 'waiting' AND expires_at <= CAST(:now AS timestamptz)),
awaited AS (
  SELECT m.message_id, m.dossier_id, 'deliver-message' AS task, 'message:' || m.message_id AS key
    FROM thrown_messages m
   WHERE m.state = 'waiting' AND m.expires_at > CAST(:now AS timestamptz) AND EXISTS (
     SELECT 1 FROM waits w WHERE w.type = 'message' AND w.name = m.name
        AND ${mayGet(ofWait, { key: 'm.correlation_key', body: 'm.body_id' })})),
beginning AS (
  SELECT m.message_id, m.dossier_id, 'deliver-message' AS task, 'message:' || m.message_id AS key
    FROM thrown_messages m
   WHERE m.state = 'waiting' AND m.expires_at > CAST(:now AS timestamptz)
     AND EXISTS (SELECT 1 FROM start_subscriptions s WHERE s.type = 'message' AND s.name = m.name)
     AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs WHERE key LIKE 'start:' || m.message_id || ':%')),
asleep AS (
  SELECT found.* FROM (SELECT * FROM expired UNION ALL SELECT * FROM awaited UNION SELECT * FROM beginning) found
    LEFT JOIN graphile_worker.jobs job USING (key) WHERE job.id IS NULL)
SELECT count(woken.*) AS woken
  FROM asleep, graphile_worker.add_job(asleep.task,
         payload := json_build_object('messageId', asleep.message_id, 'dossierId', asleep.dossier_id),
         job_key := asleep.key) woken`;
