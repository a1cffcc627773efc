import type { Answers } from '../../forms/schema/document.ts';
import type { Lookups } from '../../forms/schema/lookups.ts';
import { applyLocked, heldAnswers } from '../../forms/schema/prefill.ts';
import { settle } from '../../forms/schema/settle.ts';
import { formContext } from '../core/answering.ts';
import { romeDay } from '../core/calendar.ts';
import type { Dossier } from '../core/dossier.ts';
import type { Procedure } from '../core/procedure.ts';
import type { SentApplication } from './tables/dossier-papers.ts';

/** A dossier with the procedure that it runs on. */
export interface DossierOfProcedure {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
}

/**
 * The answers of an application as the submission took them, whatever was made more precise later. A draft that was
 * sent does not change, but it holds what the browser said of fields that it could not change, and places by their codes
 * alone; `lookups` names them. Undefined where nobody applied.
 */
export function sentAnswers(
  { dossier, procedure }: DossierOfProcedure,
  sent: SentApplication | null | undefined,
  lookups: Lookups = {},
): Answers | undefined {
  const applicant = dossier.parties.find(({ role }) => role === 'applicant');
  if (!sent || applicant === undefined) return undefined;
  const form = procedure.forms[procedure.startFormId];
  if (form === undefined) return undefined;
  const { givenName, familyName, fiscalCode = null, email = null } = applicant;
  const sources = { ...sent.known.sources, identity: { givenName, familyName, fiscalCode, email } };
  const variables = formContext(procedure, dossier.submittedAt, dossier.variables);
  const held = heldAnswers(form, sources);
  const reading = { today: romeDay(dossier.submittedAt), ...lookups };
  return settle(form, applyLocked(form, sent.answers, sources), { variables, held, reading }).answers;
}
