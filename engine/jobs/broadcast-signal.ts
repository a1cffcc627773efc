import { z } from 'zod';
import { rowsOf, type Db } from '../store/db.ts';
import { findKey } from '../store/tables/dossier-key.ts';
import { listSubscriptions } from '../store/tables/start-subscriptions.ts';
import { addJobs, type FollowingJob } from './add-jobs.ts';
import { runUnlessPast, theWorker, type JobHandler } from './job.ts';
import { startJobs } from './start-dossier.ts';

const signalShape = z.object({
  signalId: z.string(),
  signal: z.string(),
  payload: z.record(z.string(), z.json()),
});

const broadcastShape = signalShape.extend({
  /** The dossier that threw it, which has heard it already; absent for one from outside. */
  dossierId: z.uuid().optional(),
  /** The only body that hears a signal from outside. */
  bodyId: z.uuid().optional(),
});

type Broadcast = z.infer<typeof broadcastShape>;

/**
 * Tells a signal to every dossier of the body that waits for it and to the procedures that begin with it: one job for
 * each, so that one that cannot take it holds up no other, and no two dossiers are ever locked together.
 */
export const broadcastSignal: JobHandler = async (payload, deps) => {
  const broadcast = broadcastShape.parse(payload);
  const { signalId, signal, payload: variables } = broadcast;
  const bodyId = await bodyOf(deps.db, broadcast);
  const receivers = await receiversOf(deps.db, { ...broadcast, bodyId });
  const cause = { type: 'signal', name: signal } as const;
  const happened = { key: signalId, cause, variables, bodyId };
  const starts: FollowingJob[] = [];
  for (const subscription of await listSubscriptions(deps.db, { type: 'signal', name: signal })) {
    starts.push(...(await startJobs(deps, subscription, happened)));
  }
  await addJobs(deps.db, [...receivers.map((dossierId) => deliveryJob(dossierId, broadcast)), ...starts]);
};

const deliveryShape = signalShape.extend({ dossierId: z.uuid() });

/** Tells a signal to one dossier. */
export const deliverSignal: JobHandler = async (payload, deps) => {
  const delivery = deliveryShape.parse(payload);
  await runUnlessPast(deps, {
    command: { type: 'receive-signal', ...delivery },
    actor: theWorker,
    key: `signal:${delivery.signalId}:${delivery.dossierId}`,
  });
};

function deliveryJob(dossierId: string, { signalId, signal, payload }: Broadcast): FollowingJob {
  const key = `signal:${signalId}:${dossierId}`;
  return { task: 'deliver-signal', key, payload: { dossierId, signalId, signal, payload } };
}

// A signal stays within the body in whose dossier it was thrown.
async function bodyOf(db: Db, { dossierId, bodyId }: Broadcast): Promise<string | null> {
  if (dossierId === undefined) return bodyId ?? null;
  return (await findKey(db, dossierId))?.bodyId ?? null;
}

async function receiversOf(
  db: Db,
  { signal, dossierId, bodyId }: { readonly bodyId: string | null } & Omit<Broadcast, 'bodyId'>,
): Promise<readonly string[]> {
  const rows = await rowsOf<{ dossierId: string }>(
    db,
    `SELECT DISTINCT dossier_id AS "dossierId" FROM waits
      WHERE type = 'signal' AND name = :signal
        AND (CAST(:bodyId AS uuid) IS NULL OR body_id = CAST(:bodyId AS uuid))
        AND dossier_id IS DISTINCT FROM CAST(:thrower AS uuid)
      ORDER BY 1`,
    { signal, bodyId, thrower: dossierId ?? null },
  );
  return rows.map((row) => row.dossierId);
}
