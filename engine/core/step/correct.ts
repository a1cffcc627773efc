import { isRecord } from '../../../forms/schema/json.ts';
import type { Answers, Json } from '../../../forms/schema/document.ts';
import type { Variables } from '../../kernel/types.ts';
import { correction } from '../../language/correction.ts';
import { acceptAnswers } from '../answering.ts';
import type { CompleteCommand } from '../command.ts';
import { changedNames, correctedVariables, demandOpen, labelsOf, toCorrect } from '../correction.ts';
import { subjectIfKnown } from '../competence.ts';
import type { Dossier, SentForm, Task, Upload } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { Problem } from '../problem.ts';
import type { Procedure } from '../procedure.ts';
import { executionOfSent, placeOfSent } from '../sent.ts';
import { taskScene } from './acting.ts';
import { attachUploads } from './attachments.ts';
import type { StepInput } from './context.ts';
import { placeOf, procedureAt } from './executions.ts';
import { goOn } from './move.ts';
import { unmoved } from './progress.ts';
import { recordAnswered } from './submission.ts';
import { completedFacts } from './tasks.ts';

/** A task that corrects. */
type CorrectionTask = Task & { readonly corrects: NonNullable<Task['corrects']> };

/** Whether a task corrects what was sent. */
export const isCorrection = (task: Task): task is CorrectionTask => task.corrects !== undefined;

/**
 * Completes a correction: a submission on the original form, whose answers go to the process that asked it. The list of
 * the process that has the task grows by the names of what has changed.
 *
 * @throws Problem `answers.invalid`, with `field.closed` for a field that was not to be corrected
 */
export async function completeCorrection(
  dossier: Dossier,
  task: CorrectionTask,
  { command, actor, context }: StepInput<CompleteCommand>,
): Promise<Step> {
  const { corrects, elementId, waitId } = task;
  const asking = executionOfSent(corrects);
  const {
    procedure,
    before,
    context: view,
    fixed,
  } = placeOfSent(dossier, corrects, {
    procedure: await procedureAt(dossier, asking, context),
    now: context.now,
  });
  const form = procedure.forms[corrects.formId];
  if (form === undefined) throw new Problem('step.failed', { elementId, form: corrects.formId });
  const opened = toCorrect(form, { fields: corrects.fields, before, context: view, fixed });
  demandOpen(opened, command.answers, { before, context: view });
  const kept = Object.fromEntries([...opened.closed].map((key) => [key, before[key] ?? null]));
  const values = acceptAnswers({
    form: opened.form,
    answers: { ...withoutEmpty(kept), ...command.answers },
    sources: {},
    before,
    context: view,
    uploads: [...context.uploads, ...uploadsIn(kept, dossier.dossierId)],
    lookups: context.lookups,
    now: context.now,
  });
  const given = correctedVariables(form, values, view);
  const changed = changedNames(before, given);
  const scene = taskScene(task, dossier, { actor, context });
  const event = {
    type: 'task.completed',
    data: {
      ...completedFacts(task, context.registration),
      corrects: corrects.sequence,
      changed,
      labels: labelsOf(form, changed),
    },
  } as const;
  const { formId, by, name, person, sequence } = corrects;
  const sender = { by, ...(name === undefined ? {} : { name }), ...(person === undefined ? {} : { person }) };
  const sent = { elementId, waitId, corrects: sequence, formId, procedure, form, values, view, event, sender };
  const correctedBy = { kind: 'correction', ...sent, heldAs: { given, waitId: corrects.waitId } } as const;
  const completed = recordAnswered(unmoved(calledAnew(dossier, corrects, { procedure, given })), correctedBy, scene);
  const attached = attachUploads(completed, { form, values, elementId, by }, scene);
  const own = await placeOf(dossier, waitId, context);
  const impulse = {
    trigger: { type: 'complete', waitId, output: {} },
    gathered: listWith(changed, correction.of(own.procedure.facts[elementId])?.into, own.variables),
    corrected: { executionId: asking, variables: given },
    resolves: waitId,
  } as const;
  return goOn(attached, impulse, scene);
}

/** A dossier is called by its application, as it stands now. */
function calledAnew(
  dossier: Dossier,
  { waitId }: SentForm,
  { procedure, given }: { readonly procedure: Procedure; readonly given: Answers },
): Dossier {
  if (waitId !== undefined) return dossier;
  return { ...dossier, subject: subjectIfKnown(procedure, { ...dossier.variables, ...given }) };
}

const withoutEmpty = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null));

function listWith(names: readonly string[], into: string | undefined, variables: Variables): Variables | undefined {
  if (into === undefined) return undefined;
  const before = variables[into];
  return { [into]: [...new Set<Json>([...(Array.isArray(before) ? before : []), ...names])] };
}

/** The files in answers that stay: the dossier holds them, as they were accepted. */
function uploadsIn(answers: Answers, dossierId: string): readonly Upload[] {
  return Object.values(answers).flatMap((answer) =>
    (Array.isArray(answer) ? (answer as readonly Json[]) : []).flatMap((item): readonly Upload[] => {
      if (!isRecord(item)) return [];
      const { uploadId, name, size, signedBy } = item;
      if (typeof uploadId !== 'string' || typeof name !== 'string' || typeof size !== 'number') return [];
      const signers = Array.isArray(signedBy) ? { signers: signedBy.map(String) } : {};
      return [{ uploadId, name, size, mediaType: '', sha256: '', ...signers, dossierId }];
    }),
  );
}
