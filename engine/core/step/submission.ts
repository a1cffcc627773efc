import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import { namesRead } from '../../../forms/schema/names-read.ts';
import type { Step } from '../effects.ts';
import type { EventDraft } from '../event.ts';
import { variablesOf } from '../answering.ts';
import { executionOf } from '../called.ts';
import type { SentForm } from '../dossier.ts';
import { isOneOfMany } from '../one-of-many.ts';
import type { WaitId } from '../../kernel/types.ts';
import type { Procedure } from '../procedure.ts';
import type { Submission } from '../submission.ts';
import { withSent } from '../sent.ts';
import { hold } from '../submitted.ts';
import { within } from './executions.ts';
import { change, nextSequence, record } from './progress.ts';
import type { Scene } from './progress.ts';

/** A form that was answered. */
export interface Answered extends Pick<Submission, 'kind' | 'elementId' | 'waitId' | 'corrects'> {
  readonly procedure: Procedure;
  /** Absent where a task or an act has no form. */
  readonly form: FormDocument | undefined;
  readonly formId: string | undefined;
  /** As they were accepted. */
  readonly values: Answers;
  /** What expressions of the form saw beside the answers. */
  readonly view: Answers;
  readonly event: Pick<EventDraft, 'type' | 'data'>;
  /** Of a correction: its answers as variables, and the task or act that asked the form; absent for the application. */
  readonly heldAs?: { readonly given: Answers; readonly waitId: WaitId | undefined };
  /** Of a party: who, and what the task or act is called. They may be asked to correct it. */
  readonly sender?: Pick<SentForm, 'by' | 'name' | 'person'> | undefined;
}

/** The step with the event of an answered form, and the form as it was sent. Without a form there is the event only. */
export function recordAnswered(step: Step, answered: Answered, scene: Scene): Step {
  const { kind, elementId, waitId, corrects, procedure, form, formId, values, view, event } = answered;
  const recorded = record(step, scene, event);
  if (form === undefined || formId === undefined) return recorded;
  const read = namesRead(form);
  const submission: Submission = {
    sequence: nextSequence(step),
    kind,
    elementId,
    ...(waitId === undefined ? {} : { waitId }),
    ...(corrects === undefined ? {} : { corrects }),
    procedureId: procedure.procedureId,
    procedureVersion: procedure.version,
    formId,
    answers: values,
    context: Object.fromEntries(Object.entries(view).filter(([name]) => read.has(name))),
    author: scene.acting,
    at: scene.context.now,
  };
  const kept = { ...recorded, submissions: [...step.submissions, submission] };
  const { heldAs = { given: undefined, waitId } } = answered;
  if (heldAs.given === undefined && !isForVariables(answered)) return kept;
  const answers = heldAs.given ?? variablesOf(form, values, view);
  const { sequence } = submission;
  const place = { sequence, formId, ...(heldAs.waitId === undefined ? {} : { waitId: heldAs.waitId }) };
  return within(keepSender(kept, place, answered), executionOf(heldAs.waitId ?? ''), (inner) =>
    change(inner, hold(inner.dossier, { sequence, answers })),
  );
}

function keepSender(step: Step, place: Omit<SentForm, 'by'>, { sender }: Answered): Step {
  return sender === undefined ? step : change(step, { sent: withSent(step.dossier, { ...place, ...sender }) });
}

/** Whether the variables get the answers under their own names. */
function isForVariables({ elementId, procedure }: Answered): boolean {
  const outputs = procedure.program.nodes[elementId]?.outputs ?? [];
  return outputs.length === 0 && !isOneOfMany(elementId, procedure);
}
