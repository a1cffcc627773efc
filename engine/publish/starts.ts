import { programsOf } from '../catalogue/expressions.ts';
import { romeDay } from '../core/calendar.ts';
import { startingBodies } from '../core/competence.ts';
import type { Procedure } from '../core/procedure.ts';
import { subscriptionsOf } from '../kernel/running/subscriptions.ts';
import type { Subscription } from '../kernel/running/subscriptions.ts';
import { errorIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import type { Instant } from '../kernel/types.ts';
import { rowsOf, type Db } from '../store/db.ts';
import type { StartSubscription } from '../store/tables/start-subscriptions.ts';

/** What a version listens for from its publication on; a suspended service for nothing. */
export function subscriptionsFrom(procedure: Procedure, now: Instant): readonly StartSubscription[] {
  if (procedure.service.status !== 'active') return [];
  const { procedureId, version } = procedure;
  return programsOf(procedure).flatMap((program) =>
    subscriptionsOf(program, now).map((subscription) => ({
      procedureId,
      version,
      processId: program.processId,
      ...rowOf(subscription),
    })),
  );
}

type Listened = Omit<StartSubscription, 'procedureId' | 'processId' | 'version'>;

function rowOf(subscription: Subscription): Listened {
  const { type, elementId, part } = subscription;
  const row: Listened = { type, elementId, part, name: null, condition: null, dueAt: null, cycle: null };
  switch (subscription.type) {
    case 'message':
      return { ...row, name: subscription.message };
    case 'signal':
      return { ...row, name: subscription.signal };
    case 'condition':
      return { ...row, condition: subscription.condition };
    case 'timer':
      return { ...row, dueAt: subscription.dueAt, cycle: subscription.cycle ?? null };
  }
}

/**
 * Whether the bodies for which a procedure begins by itself exist here and have the office that is to answer. An office
 * given by an expression is known only when a dossier is opened.
 */
export async function bodyFindings(db: Db, procedure: Procedure, now: Instant): Promise<readonly Finding[]> {
  const subscriptions = subscriptionsFrom(procedure, now);
  if (!subscriptions.some(({ type }) => type === 'timer' || type === 'condition')) return [];
  const findings: Finding[] = [];
  for (const name of startingBodies(procedure, romeDay(now))) findings.push(...(await checkBody(db, procedure, name)));
  return findings;
}

async function checkBody(db: Db, { service }: Procedure, name: string): Promise<readonly Finding[]> {
  const { officeCode } = service.competence;
  const [row] = await rowsOf<{ offices: readonly string[] }>(
    db,
    `SELECT ARRAY(SELECT code FROM offices o WHERE o.body_id = b.body_id) AS offices
       FROM bodies b WHERE b.ipa_code = :name OR b.body_id::text = :name`,
    { name },
  );
  if (row === undefined) return [errorIn('service.json', 'start.body-unknown', { body: name })];
  if (officeCode.startsWith('=') || row.offices.includes(officeCode)) return [];
  return [errorIn('service.json', 'start.office-unknown', { body: name, office: officeCode })];
}
