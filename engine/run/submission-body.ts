import { romeDay } from '../core/calendar.ts';
import type { SubmitCommand } from '../core/command.ts';
import { competentBodyId } from '../core/competence.ts';
import { placeIn } from '../core/competent-body.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import type { Instant } from '../kernel/types.ts';
import type { Db } from '../store/db.ts';
import { findCompetent } from '../store/organisation/competent.ts';
import { findKey } from '../store/tables/dossier-key.ts';
import { isUuid } from '../store/uuid.ts';

/** What the body of an application is found with. */
interface Finding {
  readonly db: Db;
  readonly clock: () => Instant;
}

type Applied = Pick<SubmitCommand, 'dossierId' | 'answers' | 'shownBodyId'>;

/**
 * The id of the body that an application is for: the one that its answers name, or that is competent today for the
 * place that they name.
 *
 * @throws Problem `answers.invalid` when body or place is missing or cannot be one; `competence.no-body` when nobody
 * here is competent for the place; `competence.other-body` when the answers name, or the person was shown, another one
 */
export async function submissionBody(finding: Finding, procedure: Procedure, applied: Applied): Promise<string> {
  const { bodyKey, from } = procedure.service.competence;
  const named = competentBodyId(procedure, applied.answers);
  if (from === undefined) {
    if (named !== undefined && isUuid(named)) return named;
    throw unknownBody(bodyKey, named ?? '');
  }
  // Who sends again what was sent gets its receipt, whoever is competent by now.
  const sent = await findKey(finding.db, applied.dossierId);
  if (sent !== undefined) return sent.bodyId;
  const place = placeIn(from, applied.answers);
  if (place === undefined) {
    throw new Problem('answers.invalid', { issues: [{ path: from.place, code: 'field.required', params: {} }] });
  }
  const { body } = await findCompetent(finding.db, { place, rule: from }, romeDay(finding.clock()));
  if (body === undefined) throw new Problem('competence.no-body', { level: from.level });
  const others = [named, applied.shownBodyId].filter((other) => other !== undefined && other !== body.bodyId);
  if (others.length > 0) throw new Problem('competence.other-body', { body: body.name });
  return body.bodyId;
}

/** The refusal of an application for a body that there is not; `path` is where the answers name it. */
export function unknownBody(path: string, bodyId: string): Problem {
  const params = { given: bodyId.slice(0, 80) };
  return new Problem('answers.invalid', { issues: [{ path, code: 'body.unreadable', params }] });
}
