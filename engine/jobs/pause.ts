import { z } from 'zod';
import type { Connector } from '../connect/connectors/connector.ts';
import { connectors as ourConnectors } from '../connect/connectors/connectors.ts';
import type { Instant } from '../kernel/types.ts';
import { rowsOf, type Db } from '../store/db.ts';

/** A job that failed and will be tried again. */
interface Failed {
  readonly jobId: string;
  readonly task: string;
  readonly payload: unknown;
  /** Attempts so far. */
  readonly attempts: number;
  readonly connectors?: readonly Connector[] | undefined;
}

const daySeconds = 86_400;

/** How long a connector rests after so many attempts: its pause, doubled after each, up to a day. */
export function pauseAfter({ pauseSeconds }: Pick<Connector, 'pauseSeconds'>, attempts: number): number {
  return Math.min(pauseSeconds * 2 ** (attempts - 1), daySeconds);
}

/** Puts off the next attempt as the connector has it; other jobs keep the pause of the queue. */
export async function pause(db: Db, failed: Failed, at: Instant): Promise<void> {
  const { jobId, task, payload, attempts, connectors = ourConnectors } = failed;
  if (task !== 'call-connector') return;
  const named = connectorShape.safeParse(payload);
  const connector = named.success && connectors.find(({ type }) => type === named.data.connector);
  if (!connector) return;
  const runAt = new Date(Date.parse(at) + pauseAfter(connector, attempts) * 1000).toISOString();
  await rowsOf(
    db,
    'SELECT count(*) FROM graphile_worker.reschedule_jobs(ARRAY[CAST(:jobId AS bigint)], run_at := :runAt)',
    { jobId, runAt },
  );
}

const connectorShape = z.object({ connector: z.string() });
