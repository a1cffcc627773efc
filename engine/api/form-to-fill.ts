import type { FormToFill } from '../../forms/contract/dossiers.ts';
import type { Answers, FormDocument } from '../../forms/schema/document.ts';
import { fieldsOf } from '../../forms/schema/pages.ts';
import { heldAnswers, lockedKeys, prefill } from '../../forms/schema/prefill.ts';
import { worded } from '../../forms/schema/worded.ts';
import type { PersonActor } from '../core/actor.ts';
import { formContext, formSources } from '../core/answering.ts';
import { openAnswers, toCorrect, writtenIn, type Correcting } from '../core/correction.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import type { Reader } from '../words/record/sentence.ts';
import type { Instant } from '../kernel/types.ts';
import { answersHeld, contextFor } from './form-context.ts';

/** The members of a form to fill that do not depend on where it is filled. */
export type FilledForm = Pick<FormToFill, 'form' | 'answers' | 'lockedKeys' | 'held' | 'context' | 'isCorrection'>;

/** Where a form comes from and who fills it. */
export interface Filling {
  readonly procedure: Procedure;
  /** Absent for a task or an act without a form. */
  readonly formId: string | undefined;
  readonly actor: PersonActor;
  /** Of the dossier; absent before there is one. */
  readonly variables?: Answers;
  /**
   * Whose answers the form may start from: the office goes on from all of them, the applicant from what they applied
   * with, and a third party from none, because what stands there may be another third party's.
   */
  readonly reader?: Reader;
  /** What was kept from an earlier sitting; it goes before what the dossier holds. */
  readonly kept?: Answers | undefined;
  /** What a form of the office reads of what the parties have sent. */
  readonly sent?: Answers;
  /**
   * Of a correction: the fields that are asked for. The variables are then those of the process that asked the form.
   */
  readonly corrects?: Pick<Correcting, 'fields' | 'fixed'>;
  readonly now: Instant;
}

/**
 * A form as it starts: prefilled from the sign-in, the dossier and what was kept. The step judges by the same sources.
 */
export function fillForm(filling: Filling): FilledForm {
  const { procedure, formId, actor, variables, now } = filling;
  if (formId === undefined) return { answers: {}, lockedKeys: [], held: {}, context: {} };
  const form = formOf(procedure, formId);
  if (filling.corrects !== undefined) return fillCorrection(form, filling.corrects, filling);
  const sources = formSources(actor, variables);
  const context = { ...formContext(procedure, now, variables), ...filling.sent };
  const before = held(form, filling);
  return {
    form: travelling(worded(form, context)),
    answers: given({ ...prefill(form, sources), ...before, ...filling.kept }),
    lockedKeys: [...lockedKeys(form, sources)],
    held: { ...heldAnswers(form, sources, before) },
    context: contextFor(form, context),
  };
}

/** A form that was sent before, with only some of its fields open. */
function fillCorrection(form: FormDocument, asked: Pick<Correcting, 'fields' | 'fixed'>, filling: Filling): FilledForm {
  const { procedure, variables = {}, now, kept } = filling;
  const context = formContext(procedure, now, variables);
  const before = answersHeld(form, variables);
  const { form: opened } = toCorrect(form, { ...asked, before, context });
  return {
    form: travelling(worded(opened, context)),
    answers: given({ ...before, ...kept }),
    lockedKeys: [],
    held: { ...heldAnswers(opened, {}, before) },
    context: contextFor(opened, context),
    isCorrection: true,
  };
}

/** What is answered: null says that an answer was taken away. */
const given = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null));

/**
 * What is kept of the answers that a person sends before they are done: those of fields that are theirs to write. An
 * answer that they have taken away is null.
 */
export function answersToKeep(filling: Filling, sent: Answers): Answers {
  const { procedure, formId, actor, variables = {}, now } = filling;
  if (formId === undefined) return {};
  const form = formOf(procedure, formId);
  if (filling.corrects !== undefined) {
    const at = { before: answersHeld(form, variables), context: formContext(procedure, now, variables) };
    return openAnswers(toCorrect(form, { ...filling.corrects, ...at }), sent, at);
  }
  const sources = formSources(actor, variables);
  const closed = new Set(lockedKeys(form, sources));
  const keys = [...new Set(fieldsOf(form).map(({ path }) => path))].filter((key) => !closed.has(key));
  return writtenIn(keys, sent, { ...prefill(form, sources), ...held(form, filling) });
}

function held(form: FormDocument, { procedure, variables = {}, reader }: Filling): Answers {
  if (reader === 'office') return answersHeld(form, variables);
  if (reader !== 'applicant') return {};
  if (procedure.startFormId === '') return {};
  return answersHeld(form, answersHeld(formOf(procedure, procedure.startFormId), variables));
}

/**
 * A form of a procedure.
 * @throws Problem `procedure.invalid` when the published version does not have it
 */
export function formOf(procedure: Procedure, formId: string): FormDocument {
  const form = procedure.forms[formId];
  if (form !== undefined) return form;
  throw new Problem('procedure.invalid', {
    procedureId: procedure.procedureId,
    version: procedure.version,
    missing: `forms/${formId}.json`,
  });
}

/** The document in the type of the contract, whose components are any JSON. */
export function travelling(form: FormDocument): NonNullable<FormToFill['form']> {
  return form as unknown as NonNullable<FormToFill['form']>;
}
