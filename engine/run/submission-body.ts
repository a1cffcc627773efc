import type { Answers } from '../../forms/schema/document.ts';
import { competentBodyId } from '../core/competence.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import { isUuid } from '../store/uuid.ts';

/**
 * The id of the body that an application is for.
 *
 * @throws Problem `answers.invalid` when it is missing or cannot be the id of a body
 */
export function submissionBody(procedure: Procedure, answers: Answers): string {
  const bodyId = competentBodyId(procedure, answers);
  if (isUuid(bodyId)) return bodyId;
  throw unknownBody(procedure.service.competence.bodyKey, bodyId);
}

/** The refusal of an application for a body that there is not; `path` is where the answers name it. */
export function unknownBody(path: string, bodyId: string): Problem {
  const params = { given: bodyId.slice(0, 80) };
  return new Problem('answers.invalid', { issues: [{ path, code: 'body.unreadable', params }] });
}
