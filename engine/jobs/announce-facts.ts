import { z } from 'zod';
import { evaluateLeniently } from '../kernel/running/expressions.ts';
import type { Json } from '../kernel/types.ts';
import type { Db } from '../store/db.ts';
import { fulfil, lapse } from '../store/tables/fulfilled-conditions.ts';
import { listSubscriptions, type StartSubscription } from '../store/tables/start-subscriptions.ts';
import { addJobs } from './add-jobs.ts';
import type { JobDeps, JobHandler } from './job.ts';
import { bodiesToStart, startJob } from './start-dossier.ts';

const payloadShape = z.object({
  announcementId: z.string(),
  facts: z.record(z.string(), z.json()),
  bodyId: z.uuid().optional(),
});

type Announcement = z.infer<typeof payloadShape>;

/**
 * Makes facts known: the procedures with a conditional start event that comes to hold begin. One that held already
 * begins again only after it was false (BPMN 2.0.2, 10.5.2); facts that do not speak of it leave it as it was.
 */
export const announceFacts: JobHandler = async (payload, deps) => {
  const announcement = payloadShape.parse(payload);
  for (const subscription of await listSubscriptions(deps.db, { type: 'condition' })) {
    const outcome = outcomeOf(subscription, announcement, deps);
    if (outcome === true) await begin(subscription, announcement, deps);
    else if (outcome === false) await lapse(deps.db, subscription, announcement.bodyId);
  }
};

function outcomeOf({ elementId, condition }: StartSubscription, { facts }: Announcement, { clock }: JobDeps): Json {
  return condition === null ? null : evaluateLeniently(condition, { elementId, variables: facts, now: clock() });
}

/** What holds is noted together with the jobs that follow from it: a job done again finds both or neither. */
async function begin(subscription: StartSubscription, announcement: Announcement, deps: JobDeps): Promise<void> {
  const { announcementId, facts, bodyId } = announcement;
  const happened = { key: announcementId, cause: { type: 'condition' }, variables: facts } as const;
  const bodyIds = await bodiesToStart(deps, subscription, bodyId);
  await deps.db.transaction(async (transaction) => {
    const anew = await comingToHold(transaction, subscription, bodyIds);
    await addJobs(
      transaction,
      anew.map((each) => startJob(subscription, happened, each)),
    );
  });
}

async function comingToHold(db: Db, subscription: StartSubscription, bodyIds: readonly string[]) {
  const anew: string[] = [];
  for (const bodyId of bodyIds) if (await fulfil(db, subscription, bodyId)) anew.push(bodyId);
  return anew;
}
