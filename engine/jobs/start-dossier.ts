import { z } from 'zod';
import type { Cause } from '../core/command.ts';
import { romeDay } from '../core/calendar.ts';
import { startingBodies } from '../core/competence.ts';
import { Problem } from '../core/problem.ts';
import type { Variables } from '../kernel/types.ts';
import { rowsOf } from '../store/db.ts';
import type { StartSubscription } from '../store/tables/start-subscriptions.ts';
import type { FollowingJob } from './add-jobs.ts';
import { runUnlessPast, theWorker, type JobDeps, type JobHandler } from './job.ts';

const payloadShape = z.object({
  key: z.string(),
  procedureId: z.string(),
  procedureVersion: z.int(),
  processId: z.string(),
  bodyId: z.uuid(),
  elementId: z.string(),
  part: z.int(),
  variables: z.record(z.string(), z.json()),
  cause: z.object({
    type: z.enum(['message', 'signal', 'timer', 'condition']),
    name: z.string().optional(),
    messageId: z.string().optional(),
  }),
});

type Payload = z.infer<typeof payloadShape>;

/** Opens a dossier for which nobody has applied, once for each key. */
export const startDossier: JobHandler = async (payload, deps) => {
  const { key, cause, ...start } = payloadShape.parse(payload);
  await runUnlessPast(deps, {
    command: { type: 'open', dossierId: deps.newId(), ...start, cause: causeOf(cause) },
    actor: theWorker,
    key,
  });
};

/** Why dossiers are opened, and a name for it by which each is opened once. */
export interface Happened {
  readonly key: string;
  readonly cause: Cause;
  readonly variables: Variables;
  /** The body for which it happened; without one, all for which the procedure begins by itself. */
  readonly bodyId?: string | null | undefined;
}

/** The jobs that open the dossiers of a start event that has happened: one for each body. */
export async function startJobs(
  deps: Pick<JobDeps, 'db' | 'clock' | 'procedures'>,
  subscription: StartSubscription,
  happened: Happened,
): Promise<readonly FollowingJob[]> {
  const bodyIds = await bodiesToStart(deps, subscription, happened.bodyId);
  return bodyIds.map((bodyId) => startJob(subscription, happened, bodyId));
}

/**
 * The bodies for which a start event opens dossiers: the one for which it happened, else all that the procedure names.
 */
export const bodiesToStart = async (
  deps: Pick<JobDeps, 'db' | 'clock' | 'procedures'>,
  subscription: StartSubscription,
  bodyId: Happened['bodyId'],
): Promise<readonly string[]> => (bodyId ? [bodyId] : bodiesOf(deps, subscription));

/** The job that opens the dossier of one body. */
export function startJob(subscription: StartSubscription, happened: Happened, bodyId: string): FollowingJob {
  const { procedureId, version: procedureVersion, processId, elementId, part } = subscription;
  const key = `start:${happened.key}:${procedureId}:${processId}:${elementId}:${part}:${bodyId}`;
  const place = { procedureId, procedureVersion, processId, elementId, part, bodyId };
  const { variables: brought, cause } = happened;
  return { task: 'start-dossier', key, payload: { key, ...place, variables: brought, cause } };
}

async function bodiesOf(
  { db, clock, procedures }: Pick<JobDeps, 'db' | 'clock' | 'procedures'>,
  { procedureId, version }: StartSubscription,
): Promise<readonly string[]> {
  const named = startingBodies(await procedures(procedureId, version), romeDay(clock()));
  const rows = await rowsOf<{ bodyId: string }>(db, bodiesSql, { named: JSON.stringify(named) });
  if (rows.length < named.length) throw new Problem('resource.not-found', { procedureId, version, bodies: named });
  return rows.map(({ bodyId }) => bodyId);
}

const bodiesSql = `
SELECT b.body_id AS "bodyId" FROM bodies b, jsonb_array_elements_text(CAST(:named AS jsonb)) AS wanted(body)
 WHERE b.ipa_code = wanted.body OR b.body_id::text = wanted.body ORDER BY b.body_id`;

function causeOf({ type, name, messageId }: Payload['cause']): Cause {
  return { type, ...(name === undefined ? {} : { name }), ...(messageId === undefined ? {} : { messageId }) };
}
