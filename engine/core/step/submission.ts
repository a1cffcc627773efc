import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import { namesRead } from '../../../forms/schema/names-read.ts';
import type { Step } from '../effects.ts';
import type { EventDraft } from '../event.ts';
import { variablesOf } from '../answering.ts';
import { executionOf } from '../called.ts';
import { isOneOfMany } from '../one-of-many.ts';
import type { Procedure } from '../procedure.ts';
import type { Submission } from '../submission.ts';
import { hold } from '../submitted.ts';
import { within } from './executions.ts';
import { change, nextSequence, record } from './progress.ts';
import type { Scene } from './progress.ts';

/** A form that was answered. */
export interface Answered extends Pick<Submission, 'kind' | 'elementId' | 'waitId'> {
  readonly procedure: Procedure;
  /** Absent where a task or an act has no form. */
  readonly form: FormDocument | undefined;
  readonly formId: string | undefined;
  /** As they were accepted. */
  readonly values: Answers;
  /** What expressions of the form saw beside the answers. */
  readonly view: Answers;
  readonly event: Pick<EventDraft, 'type' | 'data'>;
}

/** The step with the event of an answered form, and the form as it was sent. Without a form there is the event only. */
export function recordAnswered(step: Step, answered: Answered, scene: Scene): Step {
  const { kind, elementId, waitId, procedure, form, formId, values, view, event } = answered;
  const recorded = record(step, scene, event);
  if (form === undefined || formId === undefined) return recorded;
  const read = namesRead(form);
  const submission: Submission = {
    sequence: nextSequence(step),
    kind,
    elementId,
    ...(waitId === undefined ? {} : { waitId }),
    procedureId: procedure.procedureId,
    procedureVersion: procedure.version,
    formId,
    answers: values,
    context: Object.fromEntries(Object.entries(view).filter(([name]) => read.has(name))),
    author: scene.acting,
    at: scene.context.now,
  };
  const kept = { ...recorded, submissions: [...step.submissions, submission] };
  if (!isForVariables(answered)) return kept;
  const answers = variablesOf(form, values, view);
  return within(kept, executionOf(waitId ?? ''), (inner) =>
    change(inner, hold(inner.dossier, { sequence: submission.sequence, answers })),
  );
}

/** Whether the variables get the answers under their own names. */
function isForVariables({ elementId, procedure }: Answered): boolean {
  const outputs = procedure.program.nodes[elementId]?.outputs ?? [];
  return outputs.length === 0 && !isOneOfMany(elementId, procedure);
}
