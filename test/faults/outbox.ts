import { setTimeout as pause } from 'node:timers/promises';
import { startMailbox } from '../../engine/connect/mailbox.ts';
import { rowsOf, type Db } from '../../engine/store/db.ts';
import type { Findings } from './check.ts';

/** A mail server that counts what it takes. */
export interface Outbox {
  readonly smtpUrl: string;
  /** How often it took the mail with this identifier. */
  countOf(messageId: string): number;
  /** How many it took. */
  taken(): number;
  close(): Promise<void>;
}

/** Starts it in this process, which nobody kills. */
export async function anOutbox(): Promise<Outbox> {
  const counts = new Map<string, number>();
  const { smtpUrl, close } = await startMailbox(async ({ messageId = '' }) => {
    const id = messageId.replace(/^<|@[^@]*$/g, '');
    counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  return {
    ...{ smtpUrl, close },
    countOf: (messageId) => counts.get(messageId) ?? 0,
    taken: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** How long the worker has for what is left, in milliseconds. */
const drainMs = 120_000;

/**
 * Waits until the worker has done everything that is due; what waits for another attempt is tried at once. Gives what
 * is still left then.
 */
export async function drained(db: Db): Promise<readonly string[]> {
  const until = Date.now() + drainMs;
  for (;;) {
    const left = await leftOver(db).catch((error: unknown) => [String(error)]);
    if (left.length === 0 || Date.now() > until) return left;
    await rowsOf(db, hurrySql).catch(() => undefined);
    await pause(500);
  }
}

async function leftOver(db: Db): Promise<readonly string[]> {
  const rows = await rowsOf<{ what: string }>(
    db,
    `SELECT 'lavoro ' || id || ' (' || task_identifier || '), tentativi ' || attempts || coalesce(': ' || last_error, '') AS what
       FROM graphile_worker.jobs WHERE run_at <= now() OR attempts > 0 OR locked_at IS NOT NULL
     UNION ALL
     SELECT 'timer ' || wait_id || ' della pratica ' || dossier_id || ': scaduto e non scattato' FROM waits
      WHERE type = 'timer' AND due_at <= now()
     UNION ALL
     SELECT 'incidente ' || job_id || ' (' || task || '): ' || error FROM incidents`,
  );
  return rows.map(({ what }) => what);
}

const hurrySql = `UPDATE graphile_worker._private_jobs SET run_at = now()
  WHERE attempts > 0 AND locked_at IS NULL AND run_at > now()`;

/**
 * Compares what was to be written to people with what the mail server took: each once; none where the record says that
 * it is not known whether it went out.
 */
export async function checkMails(
  db: Db,
  outbox: Pick<Outbox, 'countOf' | 'taken'>,
): Promise<Findings & { readonly unknown: number }> {
  const rows = await rowsOf<{ messageId: string; delivered: number; failed: number }>(
    db,
    `SELECT m.message_id AS "messageId", count(e.*) FILTER (WHERE e.type = 'notice.delivered') AS delivered,
            count(e.*) FILTER (WHERE e.type = 'notice.failed') AS failed
       FROM messages m LEFT JOIN events e ON e.dossier_id = m.dossier_id AND e.data->>'messageId' = m.message_id
        AND e.type IN ('notice.delivered', 'notice.failed')
      GROUP BY m.message_id`,
  );
  const told = rows.map((row) => ({ ...row, taken: outbox.countOf(row.messageId) }));
  const sentence = ({ messageId, delivered, failed, taken }: (typeof told)[number]): string =>
    `mail ${messageId}: presa ${taken} volte, nel registro inviata ${delivered} e non inviata ${failed} volte`;
  const known = told.reduce((sum, { taken }) => sum + taken, 0);
  return {
    keys: 0,
    lost: told.filter(({ delivered, failed, taken }) => delivered + failed === 0 || taken < delivered).map(sentence),
    doubled: told.filter(({ delivered, failed, taken }) => delivered + failed > 1 || taken > 1).map(sentence),
    broken: known === outbox.taken() ? [] : [`${outbox.taken() - known} mail di comunicazioni che non ci sono`],
    unknown: told.filter(({ failed }) => failed > 0).length,
  };
}
