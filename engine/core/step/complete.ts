import type { Answers, FormDocument } from '../../../forms/schema/document.ts';
import type { Variables } from '../../kernel/types.ts';
import { gathered } from '../../language/gathered.ts';
import { acceptAnswers, formContext, formSources, variablesOf } from '../answering.ts';
import { romeDay } from '../calendar.ts';
import type { CompleteCommand } from '../command.ts';
import type { Dossier, Task } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { demand, may } from '../policy.ts';
import type { Procedure } from '../procedure.ts';
import { Problem } from '../problem.ts';
import { sentContext } from '../sent.ts';
import { senderOf, taskScene } from './acting.ts';
import { attachUploads } from './attachments.ts';
import type { StepInput } from './context.ts';
import { completeCorrection, isCorrection } from './correct.ts';
import { placeOf, procedureAt } from './executions.ts';
import { goOn } from './move.ts';
import { unmoved } from './progress.ts';
import { recordAnswered } from './submission.ts';
import { completedFacts } from './tasks.ts';

/** Completes an open task with the answers of its form, and lets the procedure go on. */
export async function complete(
  dossier: Dossier,
  { command, actor, context }: StepInput<CompleteCommand>,
): Promise<Step> {
  const task = openTaskOf(dossier, command.taskId, { actor, context });
  demand(actor, 'complete', { dossier, task, today: romeDay(context.now) });
  if (isCorrection(task)) return completeCorrection(dossier, task, { dossier, command, actor, context });
  const { now, uploads, lookups, registration } = context;
  const { procedure, variables } = await placeOf(dossier, task.waitId, context);
  const form = task.formId === undefined ? undefined : procedure.forms[task.formId];
  const procedureIn = (executionId: string) => procedureAt(dossier, executionId, context);
  const view = {
    ...formContext(procedure, now, variables),
    ...(await sentContext(form, { dossier, now, procedureIn })),
  };
  const sources = formSources(actor, variables);
  const judged = { form, answers: command.answers, sources, before: variables, context: view };
  const values = acceptAnswers({ ...judged, uploads, lookups, now });
  const by = task.audience.type === 'party' ? { by: task.audience.role } : {};
  const scene = taskScene(task, dossier, { actor, context });
  const event = { type: 'task.completed', data: completedFacts(task, registration) } as const;
  const { elementId, waitId, formId } = task;
  const { audience, name } = task;
  const sender = audience.type === 'party' ? { name, ...senderOf(audience.role, actor, dossier) } : undefined;
  const sent = { elementId, waitId, formId, procedure, form, values, view, event, sender };
  const completed = recordAnswered(unmoved(dossier), { kind: 'task', ...sent }, scene);
  const attached = attachUploads(completed, { form, values, elementId, ...by }, scene);
  const given = outputOf({ elementId, form, values }, { procedure, variables });
  const trigger = { type: 'complete', waitId, output: given.output } as const;
  return goOn(attached, { trigger, gathered: given.gathered, resolves: waitId }, scene);
}

interface Answered {
  readonly elementId: string;
  readonly form: FormDocument | undefined;
  readonly values: Answers;
}

/**
 * What a completed task gives its diagram: its answers; or, gathered with those of others, the list as it is now, and
 * nothing of its own.
 */
function outputOf(
  { elementId, form, values }: Answered,
  { procedure, variables }: { readonly procedure: Procedure; readonly variables: Variables },
): { readonly output: Variables; readonly gathered?: Variables } {
  const into = gathered.of(procedure.facts[elementId])?.into;
  if (into === undefined) return { output: variablesOf(form, values, variables) };
  const before = variables[into];
  const list = [...(Array.isArray(before) ? before : []), variablesOf(form, values, {})];
  return { output: {}, gathered: { [into]: list } };
}

/**
 * The open task of a command. Whoever has nothing to do with the dossier learns nothing about its tasks; a party at the
 * desk may not read it, but give a task back.
 *
 * @throws Problem `permission.denied`; `task.already-completed` when the id is of this dossier, else `task.not-found`
 */
export function openTaskOf(dossier: Dossier, taskId: string, { actor }: Pick<StepInput, 'actor' | 'context'>): Task {
  const visiting = may(actor, 'visit-dossier', { dossier });
  if (!visiting.granted && visiting.reason !== 'is-a-party') demand(actor, 'visit-dossier', { dossier });
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task) return task;
  throw new Problem(taskId.startsWith(`${dossier.dossierId}.`) ? 'task.already-completed' : 'task.not-found', {
    taskId,
  });
}
