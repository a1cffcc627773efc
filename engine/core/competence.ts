import type { Answers, Json } from '../../forms/schema/document.ts';
import { evaluateStrict } from '../rules/feel.ts';
import type { Command } from './command.ts';
import type { Day } from './dossier.ts';
import { parametersOn } from './parameters.ts';
import { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';

/**
 * The id of the body that an application is for, as its answers name it; undefined where it follows from the place that
 * they name, and they name no body beside it.
 *
 * @throws Problem `answers.invalid` when the answer is missing
 */
export function competentBodyId(procedure: Procedure, answers: Answers): string | undefined {
  const { bodyKey, from } = procedure.service.competence;
  const bodyId = answers[bodyKey];
  if (typeof bodyId === 'string' && bodyId !== '') return bodyId;
  if (from !== undefined) return undefined;
  throw new Problem('answers.invalid', { issues: [{ path: bodyKey, code: 'field.required', params: {} }] });
}

/**
 * The code of the office that answers for a dossier (L. 241/1990, art. 5): a literal, or FEEL over the variables.
 *
 * @throws Problem `step.failed` when the expression does not give a code
 */
export function competentOffice(procedure: Procedure, variables: Answers): string {
  return officeFrom(procedure.service.competence.officeCode, variables, 'competence.officeCode');
}

/**
 * The code of the office that plays a role where nothing else is assigned; undefined where the card leaves it to the
 * bodies.
 *
 * @throws Problem `step.failed` when the expression of the role does not give a code
 */
export function officeOfRole(procedure: Procedure, role: string, variables: Answers): string | undefined {
  const office = procedure.service.roles?.[role]?.office;
  return office === undefined ? undefined : officeFrom(office, variables, `roles.${role}.office`);
}

const officeFrom = (office: string, variables: Answers, place: string): string =>
  office.startsWith('=') ? textOf(office, variables, place) : office;

/**
 * The bodies for which a procedure begins by itself, as its card names them or else the parameter called as the answer
 * that names the body: ids or codes of the index of public administrations. Empty when neither does.
 */
export function startingBodies({ service, parameters }: Procedure, day: Day): readonly string[] {
  const { bodies, bodyKey } = service.competence;
  if (bodies !== undefined) return bodies;
  const named = parametersOn(parameters, day)[bodyKey];
  return typeof named === 'string' ? [named] : [];
}

/** What the dossier is called in lists: the answer of that key, or FEEL over the variables; at most 200 characters. */
export function subjectOf(procedure: Procedure, variables: Answers): string {
  const { subject, title } = procedure.service;
  const text = subject.startsWith('=') ? textOf(subject, variables, 'subject') : variables[subject];
  return lineOf(text) ?? title;
}

/** The same, and the title of the service where the answers do not say. */
export const subjectIfKnown = (procedure: Procedure, variables: Answers): string =>
  knownSubject(procedure, variables) ?? procedure.service.title;

/** What an application in preparation is about; undefined while its answers do not say. */
export function knownSubject(procedure: Procedure, answers: Answers): string | undefined {
  const { subject } = procedure.service;
  if (!subject.startsWith('=')) return lineOf(answers[subject]);
  const outcome = evaluateStrict(subject, answers);
  return outcome.ok ? lineOf(outcome.value) : undefined;
}

function lineOf(text: Json | undefined): string | undefined {
  const line = typeof text === 'string' ? text.trim().replace(/\s+/g, ' ') : '';
  if (line === '') return undefined;
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

/**
 * True for a command that is entered in the register (DPR 445/2000, art. 53): applications and their receipts, dossiers
 * opened *d'ufficio*, what a party sends, and documents drawn up. The door takes a number for it and hands it to the
 * step.
 */
export function isRegistered(command: Command, audience: 'citizen' | 'office' | 'system'): boolean {
  if (command.type === 'finish-job') return command.documents.length > 0;
  if (command.type === 'complete') return audience === 'citizen';
  return always.includes(command.type);
}

const always: readonly Command['type'][] = ['submit', 'issue-receipt', 'open', 'act'];

function textOf(expression: string, variables: Answers, place: string): string {
  const outcome = evaluateStrict(expression, variables);
  if (outcome.ok && typeof outcome.value === 'string' && outcome.value !== '') return outcome.value;
  const why = outcome.ok ? { found: JSON.stringify(outcome.value), expected: 'a text' } : { failure: outcome.failure };
  throw new Problem('step.failed', { place: `service.json ${place}`, expression, ...why });
}
