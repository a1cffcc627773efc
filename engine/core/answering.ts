import { isGroup, isList, isText } from '../../forms/schema/components.ts';
import type { Answers, Component, FormDocument, Json } from '../../forms/schema/document.ts';
import type { Lookups } from '../../forms/schema/lookups.ts';
import { correctionIssues, type Reasons } from '../../forms/schema/origins.ts';
import { applyLocked, heldAnswers } from '../../forms/schema/prefill.ts';
import { settle } from '../../forms/schema/settle.ts';
import { validateAnswers } from '../../forms/schema/validate.ts';
import type { Instant } from '../kernel/types.ts';
import type { Actor } from './actor.ts';
import { romeDay } from './calendar.ts';
import type { Upload } from './dossier.ts';
import { parametersOn } from './parameters.ts';
import { Problem } from './problem.ts';
import type { Procedure } from './procedure.ts';

/**
 * What a form is prefilled and locked from: `identity`, the variables of the dossier when there is one, and what was
 * fetched for a draft (`known`). The portal shows with it what the step will insist on.
 */
export function formSources(actor: Actor, variables: Answers = {}, known: Answers = {}): Answers {
  if (actor.type === 'system') return variables;
  const { givenName, familyName, fiscalCode = null, email = null } = actor;
  return { ...variables, ...known, identity: { givenName, familyName, fiscalCode, email } };
}

/**
 * What expressions in a form can see beside its answers: the variables (before there is a dossier, the parameters) and
 * `today`.
 */
export function formContext(procedure: Procedure, now: Instant, variables?: Answers): Answers {
  const today = romeDay(now);
  return { ...(variables ?? { parameters: parametersOn(procedure.parameters, today) }), today };
}

/** Answers to be judged, with everything that the judgement needs. */
export interface Answering {
  /** Absent for a task or an act without a form: then there is nothing to answer. */
  readonly form: FormDocument | undefined;
  readonly answers: Answers;
  readonly sources: Answers;
  /** What the dossier held when the form was opened: read-only fields keep it. Absent before there is one. */
  readonly before?: Answers;
  readonly context: Answers;
  readonly uploads: readonly Upload[];
  /** Municipalities, borders and lists outside the form; a field that needs what is absent is refused. */
  readonly lookups?: Lookups | undefined;
  /** Why known answers were corrected; absent where corrections are not asked for a reason. */
  readonly reasons?: Reasons;
  readonly now: Instant;
}

/**
 * The answers in their normal form: locked values put in, read-only ones kept as they were, hidden ones dropped.
 *
 * @throws Problem `answers.invalid` with all `issues`
 */
export function acceptAnswers(answering: Answering): Answers {
  const { form, answers, sources, before, context, uploads, lookups, reasons, now } = answering;
  if (!form) return refuseAny(answers);
  const known = new Map(uploads.map((upload) => [upload.uploadId, upload]));
  const reading = { today: romeDay(now), ...lookups, uploads: (uploadId: string) => known.get(uploadId) };
  const held = heldAnswers(form, sources, before);
  const { values, issues } = validateAnswers(form, applyLocked(form, answers, sources), { ...reading, context, held });
  const unexplained = reasons ? correctionIssues(form, { answers: values, sources, reasons, reading }) : [];
  if (issues.length + unexplained.length > 0) {
    throw new Problem('answers.invalid', { issues: [...issues, ...unexplained] });
  }
  return values;
}

/**
 * Accepted answers as variables. A field left empty becomes null, so that expressions may name it; so does a hidden
 * one, unless the dossier knows it from before: a form that shows a part of the application keeps the rest.
 */
export function variablesOf(form: FormDocument | undefined, values: Answers, context: Answers): Answers {
  if (!form) return {};
  const { isHidden } = settle(form, values, { variables: context });
  const shown = (components: readonly Component[], hidden: boolean): readonly (readonly [string, Json])[] =>
    components.flatMap((component): readonly (readonly [string, Json])[] => {
      if (isText(component)) return [];
      const unseen = hidden || isHidden(component, '');
      if (isGroup(component)) return shown(component.components, unseen);
      const key = isList(component) ? component.path : component.key;
      const empty = isList(component) && !unseen ? [] : null;
      const value = values[key] ?? empty;
      return unseen && key in context ? [] : [[key, value]];
    });
  return Object.fromEntries(shown(form.components, false));
}

function refuseAny(answers: Answers): Answers {
  const issues = Object.keys(answers).map((key) => ({ path: key, code: 'field.unknown', params: { key } }));
  if (issues.length > 0) throw new Problem('answers.invalid', { issues });
  return {};
}
