import { filledIn } from '../../forms/schema/worded.ts';
import { demandInTime } from '../core/act-window.ts';
import { romeDay } from '../core/calendar.ts';
import { namedAct } from '../core/offered-acts.ts';
import { partyRolesOf } from '../core/concerned.ts';
import { isOfMandate } from '../core/grant.ts';
import { demand, may } from '../core/policy.ts';
import type { PersonActor } from '../core/actor.ts';
import type { Task } from '../core/dossier.ts';
import { withParts, wordsFor } from '../core/with-parts.ts';
import { Problem } from '../core/problem.ts';
import type { Reader } from '../words/record/sentence.ts';
import { run } from '../run.ts';
import { findOwnTaskAnswers, keepTaskAnswers } from '../store/tables/task-answers.ts';
import type { TaskKey } from '../store/tables/tasks.ts';
import { partyView } from './dossiers.ts';
import { openDossier, placeIn, taskToFill, type OpenedDossier } from './dossier-reading.ts';
import { answersToKeep, fillForm } from './form-to-fill.ts';
import type { Handler } from './handler.ts';
import { defined } from './present/defined.ts';
import type { Services } from './services.ts';

/** The form of a task that is the reader's to do, with what they have written there before. */
export const readCitizenTask: Handler<'readCitizenTask'> = async ({ params, actor, services }) => {
  const { opened, task, filling } = await ownTask(services, actor, params);
  const kept = await findOwnTaskAnswers(services.db, { ...keyOf(opened, task), personId: actor.personId });
  return {
    title: task.name,
    ...defined({ titleInEnglish: withParts(opened.procedure).english?.elements[task.elementId]?.name }),
    ...fillForm({ ...filling, kept }),
    ...defined({ dueOn: task.dueOn }),
  };
};

/** Keeps what the reader has written in a task of theirs; it is judged only when the task is completed. */
export const saveCitizenTask: Handler<'saveCitizenTask'> = async ({ params, body, actor, services }) => {
  const { opened, task, filling } = await ownTask(services, actor, params);
  const answers = answersToKeep(filling, body.answers);
  const at = filling.now;
  await keepTaskAnswers(services.db, { ...keyOf(opened, task), personId: actor.personId, answers, at });
  return { savedAt: at };
};

const keyOf = ({ dossier: { bodyId, dossierId } }: OpenedDossier, { taskId }: Task): TaskKey => ({
  bodyId,
  dossierId,
  taskId,
});

/** A task that is the reader's to do, and where its form comes from. */
async function ownTask(
  services: Services,
  actor: PersonActor,
  { dossierId, taskId }: { readonly dossierId: string; readonly taskId: string },
) {
  const opened = await openDossier(services, actor, { dossierId, what: 'task' });
  const { dossier } = opened;
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) throw absent(dossierId, taskId);
  const on = { dossier, task, today: romeDay(services.clock()) };
  const grant = may(actor, 'complete', on);
  if (!grant.granted && isOfMandate(grant.reason)) demand(actor, 'complete', on);
  if (!grant.granted) throw new Problem('task.not-found', { taskId });
  const reader = task.audience.type === 'party' ? task.audience.role : readerOf(actor, opened);
  return { opened, task, filling: { ...(await taskToFill(services, opened, task)), actor, reader } };
}

/** Completes a task of the party. */
export const completeCitizenTask: Handler<'completeCitizenTask'> = async ({
  params,
  body,
  actor,
  key,
  services,
  ctx,
}) => {
  const { dossierId, taskId } = params;
  await run(services, { command: { type: 'complete', dossierId, taskId, answers: body.answers }, actor, key });
  return partyView(services, { actor, ctx }, dossierId);
};

/** The form of an act that the dossier offers to the reader now. */
export const readAct: Handler<'readAct'> = async ({ params, query, actor, services }) => {
  const { dossierId, elementId } = params;
  const opened = await openDossier(services, actor, { dossierId, what: 'act' });
  const { dossier, procedure } = opened;
  const now = services.clock();
  const on = { dossier, procedure, today: romeDay(now) };
  const { facts, wait } = namedAct(actor, on, { elementId, waitId: query.waitId });
  const dueOn = demandInTime(wait, on);
  const words = wordsFor(procedure, dossier.variables).english?.elements[elementId];
  return {
    title: facts.label,
    ...defined({ intro: filledIn(facts.description, dossier.variables), dueOn }),
    ...defined({ titleInEnglish: words?.name, introInEnglish: words?.description }),
    ...fillForm({
      ...(await placeIn(services, opened, wait.wait.id)),
      formId: facts.form,
      actor,
      reader: facts.by,
      now,
    }),
  };
};

/** Does an act that the dossier offers. */
export const doAct: Handler<'doAct'> = async ({ params, body, actor, key, services, ctx }) => {
  const { dossierId, elementId } = params;
  const { answers, waitId } = body;
  const command = { type: 'act', dossierId, elementId, ...defined({ waitId }), answers } as const;
  await run(services, { command, actor, key });
  return partyView(services, { actor, ctx }, dossierId);
};

function readerOf(actor: PersonActor, { dossier }: OpenedDossier): Reader {
  return partyRolesOf(actor, dossier).includes('applicant') ? 'applicant' : 'third-parties';
}

/** A task that is gone was done; one that never was is not there. The id of a task begins with its dossier's. */
function absent(dossierId: string, taskId: string): Problem {
  return new Problem(taskId.startsWith(`${dossierId}.`) ? 'task.already-completed' : 'task.not-found', { taskId });
}
