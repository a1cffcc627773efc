import { z } from 'zod';
import { rowsOf, type Db } from '../store/db.ts';
import { findKey } from '../store/tables/dossier-key.ts';
import { runUnlessPast, type JobHandler } from './job.ts';

const payloadShape = z.object({ dossierId: z.uuid(), waitId: z.string() });

type TimerPlace = z.infer<typeof payloadShape>;

/**
 * Fires a timer. One that is closed, not armed, or due later by the engine's clock is left alone: a timer that was
 * moved has another job, and `wakeDueTimers` finds one that has none.
 */
export const fireTimer: JobHandler = async (payload, deps) => {
  const place = payloadShape.parse(payload);
  const dueAt = await armedAt(deps.db, place);
  if (dueAt === null || dueAt > new Date(deps.clock()).toISOString()) return;
  // A cycle fires the same wait again and again: each due instant is an act of its own.
  const key = `timer:${place.dossierId}:${place.waitId}:${dueAt}`;
  await runUnlessPast(deps, {
    command: { type: 'fire-timer', ...place },
    actor: { type: 'system', component: 'timer' },
    key,
  });
};

async function armedAt(db: Db, { dossierId, waitId }: TimerPlace): Promise<string | null> {
  const key = await findKey(db, dossierId);
  if (key === undefined) return null;
  const [row] = await rowsOf<{ dueAt: string | null }>(
    db,
    `SELECT due_at AS "dueAt" FROM waits
      WHERE body_id = CAST(:bodyId AS uuid) AND dossier_id = CAST(:dossierId AS uuid) AND wait_id = :waitId AND type = 'timer'`,
    { ...key, waitId },
  );
  return row?.dueAt ?? null;
}
