import { z } from 'zod';
import { nextOfCycle } from '../kernel/time/cycle.ts';
import { lockTimer, moveTimer } from '../store/tables/start-subscriptions.ts';
import { addJobs } from './add-jobs.ts';
import type { JobHandler } from './job.ts';
import { startJobs } from './start-dossier.ts';

const payloadShape = z.object({
  procedureId: z.string(),
  processId: z.string(),
  elementId: z.string(),
  part: z.int(),
});

/**
 * Fires the timer of a start event: asks for its dossiers and sets it for its next time, in one transaction. One that
 * is due later, or belongs to a version that is no longer current, is left alone.
 */
export const fireStartTimer: JobHandler = async (payload, deps) => {
  const place = payloadShape.parse(payload);
  const timer = await lockTimer(deps.db, place);
  if (timer === undefined) return;
  // Compiled before the transaction, which holds a connection of the pool.
  await deps.procedures(timer.procedureId, timer.version);
  const now = new Date(deps.clock()).toISOString();
  await deps.db.transaction(async (transaction) => {
    const due = await lockTimer(transaction, place);
    if (due === undefined || due.dueAt === null || due.dueAt > now) return;
    const { dueAt, cycle } = due;
    const happened = { key: `timer:${dueAt}`, cause: { type: 'timer', name: dueAt }, variables: {} } as const;
    await addJobs(transaction, await startJobs({ ...deps, db: transaction }, due, happened));
    await moveTimer(transaction, due, cycle === null ? undefined : nextOfCycle(cycle, now));
  });
};
