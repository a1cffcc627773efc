import { localIssuer } from '../../engine/connect/identity/provider.ts';
import type { PersonActor } from '../../engine/core/actor.ts';
import { romeDay } from '../../engine/core/calendar.ts';
import type { Dossier } from '../../engine/core/dossier.ts';
import { offeredActs } from '../../engine/core/offered-acts.ts';
import type { Cast } from '../../engine/core/scenario/cast.ts';
import { personNamed } from '../../engine/core/scenario/people.ts';
import type { StageView } from '../../engine/core/scenario/stage.ts';
import { deadline } from '../../engine/core/term/deadline.ts';
import type { JobDeps } from '../../engine/jobs/job.ts';
import { jobHandlers } from '../../engine/jobs/tasks.ts';
import type { Instant } from '../../engine/kernel/types.ts';
import { rowsOf } from '../../engine/store/db.ts';

/** A demo person, or one of a cast, with the id and the roles that the database gave them. */
export async function storedPerson({ db }: Pick<JobDeps, 'db'>, username: string, cast?: Cast): Promise<PersonActor> {
  const [row] = await rowsOf<{ personId: string; memberships: PersonActor['memberships'] }>(
    db,
    `SELECT p.person_id AS "personId",
            coalesce((SELECT jsonb_agg(jsonb_build_object('bodyId', m.body_id, 'officeCode', m.office_code, 'role', m.role))
                        FROM memberships m WHERE m.fiscal_code = p.fiscal_code), '[]') AS memberships
       FROM people p WHERE p.issuer = :issuer AND p.subject = :username`,
    { issuer: localIssuer, username },
  );
  if (!row) throw new Error(`There is no demo person ${username}`);
  return { ...personNamed(username, cast), ...row };
}

/** The version under which a procedure is published now. */
export async function currentVersion({ db }: Pick<JobDeps, 'db'>, procedureId: string): Promise<number> {
  const sql = 'SELECT current_version AS version FROM procedures WHERE procedure_id = :procedureId';
  const [row] = await rowsOf<{ version: number }>(db, sql, { procedureId });
  return row?.version ?? 0;
}

/** The timer of a dossier or of a start event that is due first, up to an instant. */
export async function nextTimer({ db }: JobDeps, until: Instant) {
  const [row] = await rowsOf<{ type: 'fire-timer' | 'fire-start-timer'; payload: unknown; dueAt: Instant }>(
    db,
    `SELECT type, payload, due_at AS "dueAt" FROM (
       SELECT 'fire-timer' AS type, json_build_object('dossierId', dossier_id, 'waitId', wait_id) AS payload, due_at,
              dossier_id::text || wait_id AS place
         FROM waits WHERE type = 'timer'
       UNION ALL
       SELECT 'fire-start-timer', json_build_object('procedureId', procedure_id, 'processId', process_id, 'elementId',
              element_id, 'part', part), due_at, procedure_id || element_id
         FROM start_subscriptions WHERE type = 'timer') timers
      WHERE due_at <= :until ORDER BY due_at, place LIMIT 1`,
    { until },
  );
  return row;
}

interface QueuedJob {
  readonly id: string;
  readonly type: keyof typeof jobHandlers;
  readonly payload: unknown;
}

/** Takes jobs off the queue as a worker would, and tells of the first that fails. */
export async function drain(deps: JobDeps): Promise<void> {
  for (let job = await takeJob(deps); job; job = await takeJob(deps)) await jobHandlers[job.type](job.payload, deps);
}

/** Takes the next job off the queue that is not a timer. */
export async function takeJob({ db }: JobDeps): Promise<QueuedJob | undefined> {
  const [job] = await rowsOf<QueuedJob>(
    db,
    `DELETE FROM graphile_worker._private_jobs job USING graphile_worker._private_tasks task
      WHERE task.id = job.task_id AND job.id = (
        SELECT j.id FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
         WHERE t.identifier NOT IN ('fire-timer', 'fire-start-timer') ORDER BY j.id LIMIT 1)
      RETURNING job.id::text AS id, task.identifier AS type, job.payload`,
  );
  return job;
}

/** What a scenario compares with. */
export async function viewOf(deps: JobDeps, dossier: Dossier): Promise<StageView> {
  const { dossierId } = dossier;
  const messages = await rowsOf<{ templateId: string }>(
    deps.db,
    `SELECT template_id AS "templateId" FROM messages WHERE dossier_id = :dossierId
      ORDER BY sent_at, substring(message_id FROM '[0-9]+$')::int`,
    { dossierId },
  );
  const documents = await rowsOf<{ title: string }>(
    deps.db,
    `SELECT title FROM documents WHERE dossier_id = :dossierId AND kind IN ('final-act', 'letter') ORDER BY added_at, document_id`,
    { dossierId },
  );
  const procedure = await deps.procedures(dossier.procedureId, dossier.procedureVersion);
  const applicant = dossier.parties.find(({ role }) => role === 'applicant');
  const reader = {
    ...personNamed('giulia'),
    personId: applicant?.personId ?? '',
    fiscalCode: applicant?.fiscalCode ?? '',
  };
  const today = romeDay(deps.clock());
  return {
    dossier,
    messages: messages.map(({ templateId }) => templateId),
    documents: documents.map(({ title }) => title),
    deadlines: Object.fromEntries(
      Object.values(dossier.terms).map((term) => [term.termId, deadline(term, today) ?? null]),
    ),
    bodies: await codesOf(deps, dossier),
    acts: offeredActs(reader, { dossier, procedure, today }).map(({ elementId }) => elementId),
  };
}

/** The IPA codes of the other bodies that have a task, by their id. */
async function codesOf({ db }: JobDeps, { tasks }: Dossier): Promise<StageView['bodies']> {
  const ids = tasks.flatMap(({ audience }) => (audience.type === 'office' ? (audience.bodyId ?? []) : []));
  const rows: readonly { bodyId: string; ipaCode: string }[] = await db('bodies')
    .whereIn('bodyId', ids)
    .select('bodyId', 'ipaCode');
  return Object.fromEntries(rows.map(({ bodyId, ipaCode }) => [bodyId, ipaCode]));
}
