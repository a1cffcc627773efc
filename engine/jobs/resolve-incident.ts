import { z } from 'zod';
import type { Connector } from '../connect/connectors/connector.ts';
import { connectors as ourConnectors } from '../connect/connectors/connectors.ts';
import { executionOf, procedureIn } from '../core/called.ts';
import { connectorKey, declaredAt } from '../core/connector.ts';
import { run, type RunDeps } from '../run.ts';
import { rowsOf, type Db } from '../store/db.ts';
import { loadDossier } from '../store/tables/dossiers.ts';
import { theWorker } from './job.ts';

/** A reply that somebody gives in the place of a service that does not answer. */
export interface ByHand {
  readonly jobId: string;
  readonly output: unknown;
  /** Who gives it and why, for the record. */
  readonly who: string;
  readonly why: string;
}

/** What became of it: taken, or why not; `issues` say where the output is not as the connector has it. */
export type Resolved =
  | { readonly type: 'resolved' }
  | { readonly type: 'unknown' | 'not-by-hand' }
  | { readonly type: 'output-wrong'; readonly issues: readonly string[] };

const payloadShape = z.object({
  dossierId: z.uuid(),
  connector: z.string(),
  elementId: z.string(),
  waitId: z.string(),
});

/**
 * Lets a dossier go on with an output that was given by hand, notes who gave it and why, and forgets the incident and
 * its job.
 *
 * @throws Problem `wait.not-open` when the dossier does not wait for it any more
 */
export async function resolveIncident(
  deps: RunDeps & { readonly connectors?: readonly Connector[] },
  { jobId, output, who, why }: ByHand,
): Promise<Resolved> {
  const [incident] = await rowsOf<{ readonly payload: unknown }>(
    deps.db,
    'SELECT payload FROM incidents WHERE job_id = :jobId',
    { jobId },
  );
  if (incident === undefined) return { type: 'unknown' };
  const asked = payloadShape.safeParse(incident.payload);
  const { connectors = ourConnectors } = deps;
  const connector = asked.success && connectors.find(({ type }) => type === asked.data.connector);
  if (!asked.success || !connector || !connector.byHand) return { type: 'not-by-hand' };
  const { dossierId, waitId } = asked.data;
  const schema = await outputAt(deps, connector, asked.data);
  if (schema === undefined) return { type: 'unknown' };
  const read = schema.safeParse(output);
  if (!read.success) return { type: 'output-wrong', issues: read.error.issues.map(inWords) };
  await run(deps, {
    command: {
      type: 'finish-job',
      dossierId,
      waitId,
      output: z.record(z.string(), z.json()).parse(read.data),
      documents: [],
      byHand: { who, why },
    },
    actor: theWorker,
    key: connectorKey(connector.type, dossierId, { waitId }),
  });
  await forget(deps.db, jobId);
  return { type: 'resolved' };
}

/** What a connector gives at the element of a wait; undefined when the dossier is gone. */
async function outputAt(
  deps: RunDeps,
  connector: Connector,
  { dossierId, elementId, waitId }: z.infer<typeof payloadShape>,
): Promise<z.ZodObject | undefined> {
  const named = await loadDossier(deps.db, dossierId);
  if (named === undefined) return undefined;
  const { dossier } = named;
  const own = await deps.procedures(dossier.procedureId, dossier.procedureVersion);
  const procedure = await procedureIn(dossier, executionOf(waitId), { own, load: deps.procedures });
  return declaredAt(connector, procedure, elementId).output;
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return `${path.map(String).join('.') || 'output'}: ${message}`;
}

async function forget(db: Db, jobId: string): Promise<void> {
  await rowsOf(
    db,
    `WITH gone AS (DELETE FROM incidents WHERE job_id = :jobId RETURNING job_id)
     SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(SELECT CAST(job_id AS bigint) FROM gone))`,
    { jobId },
  );
}
