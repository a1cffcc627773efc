import type { Answers, FormDocument } from '../../forms/schema/document.ts';
import { namesRead } from '../../forms/schema/names-read.ts';
import { formContext } from './answering.ts';
import { executionOf, ownExecution, viewFrom } from './called.ts';
import { correctableFields } from './correction.ts';
import type { Dossier, SentForm } from './dossier.ts';
import type { Procedure } from './procedure.ts';
import { submittedVariables } from './submitted.ts';

/** The name under which the form of a task finds the fields that the office may ask to correct. */
export const correctable = 'correctable';

/** The execution that asked a form, and holds its answers. */
export const executionOfSent = ({ waitId = '' }: Pick<SentForm, 'waitId'>): string => executionOf(waitId);

/** Where the answers of a form that was sent are held, and how they stand there. */
export interface SentPlace {
  readonly procedure: Procedure;
  readonly before: Answers;
  /** What expressions of the form read beside the answers. */
  readonly context: Answers;
  /** The answers that cannot be corrected: those that name the body of the dossier. */
  readonly fixed: readonly string[];
}

/** The place of a form that was sent, in the procedure that its execution runs. */
export function placeOfSent(dossier: Dossier, sent: Pick<SentForm, 'waitId'>, at: At): SentPlace {
  const before = submittedVariables(viewFrom(dossier, executionOfSent(sent)));
  const { bodyKey } = at.procedure.service.competence;
  const fixed = sent.waitId === undefined ? [bodyKey] : [];
  return { procedure: at.procedure, before, context: formContext(at.procedure, at.now, before), fixed };
}

interface At {
  readonly procedure: Procedure;
  readonly now: string;
}

interface Asking {
  readonly dossier: Dossier;
  readonly now: string;
  readonly procedureIn: (executionId: string) => Promise<Procedure>;
}

/**
 * What a form reads besides the variables that depends on what was sent: as `correctable` the fields that may be asked
 * for, `{ value, label }` with `<number of the submission>.<field>` as value. Empty for a form that does not read it.
 */
export async function sentContext(
  form: FormDocument | undefined,
  { dossier, now, procedureIn }: Asking,
): Promise<Answers> {
  if (form === undefined || !namesRead(form).has(correctable)) return {};
  const choices = held(dossier).map(async (sent) => {
    const place = placeOfSent(dossier, sent, { procedure: await procedureIn(executionOfSent(sent)), now });
    const asked = place.procedure.forms[sent.formId];
    const fields = asked === undefined ? [] : correctableFields(asked, place);
    return fields.map(({ key, label }) => ({
      value: `${sent.sequence}.${key}`,
      label: sent.name === undefined ? label : `${sent.name}: ${label}`,
    }));
  });
  return { [correctable]: (await Promise.all(choices)).flat() };
}

/** Those whose answers somebody holds: the process that asked them is under way. */
const held = ({ sent = [], called = {} }: Pick<Dossier, 'sent' | 'called'>): readonly SentForm[] =>
  sent.filter((form) => executionOfSent(form) === ownExecution || executionOfSent(form) in called);

/** The forms that were sent, with another one. One of the same form takes the place of the earlier: its answers do. */
export function withSent(dossier: Dossier, sent: SentForm): readonly SentForm[] {
  const isSameForm = (form: SentForm): boolean =>
    form.formId === sent.formId && executionOfSent(form) === executionOfSent(sent);
  const others = held(dossier).filter((form) => !isSameForm(form));
  return [...others, sent].sort((one, other) => one.sequence - other.sequence);
}

/** A form that was sent and is still held, by the number of its submission. */
export const sentAt = (dossier: Pick<Dossier, 'sent' | 'called'>, sequence: number): SentForm | undefined =>
  held(dossier).find((form) => form.sequence === sequence);
