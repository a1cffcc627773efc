import { z } from 'zod';
import { evaluateLeniently } from '../kernel/expressions.ts';
import { listSubscriptions, type StartSubscription } from '../store/tables/start-subscriptions.ts';
import { addJobs, type FollowingJob } from './add-jobs.ts';
import { type JobHandler } from './job.ts';
import { startJobs } from './start-dossier.ts';

const payloadShape = z.object({
  announcementId: z.string(),
  facts: z.record(z.string(), z.json()),
  bodyId: z.uuid().optional(),
});

/** Makes facts known: the procedures with a conditional start event that holds for them begin. */
export const announceFacts: JobHandler = async (payload, deps) => {
  const { announcementId, facts, bodyId } = payloadShape.parse(payload);
  const holds = ({ elementId, condition }: StartSubscription): boolean =>
    condition !== null && evaluateLeniently(condition, { elementId, variables: facts, now: deps.clock() }) === true;
  const starts: FollowingJob[] = [];
  for (const subscription of (await listSubscriptions(deps.db, { type: 'condition' })).filter(holds)) {
    const happened = { key: announcementId, cause: { type: 'condition' }, variables: facts, bodyId } as const;
    starts.push(...(await startJobs(deps, subscription, happened)));
  }
  await addJobs(deps.db, starts);
};
