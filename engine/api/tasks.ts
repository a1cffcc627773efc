import type { TaskDetail } from '../../forms/contract/tasks.ts';
import type { PersonActor } from '../core/actor.ts';
import { romeDay } from '../core/calendar.ts';
import type { Language } from '../core/language.ts';
import type { Day, Dossier, Task } from '../core/dossier.ts';
import { demand, grantsOnTask, mayDo } from '../core/policy.ts';
import { Problem } from '../core/problem.ts';
import { keysOfPerson } from '../core/readers.ts';
import { run } from '../run.ts';
import { findTaskKey } from '../store/tables/tasks.ts';
import { listQueue } from '../store/lists/queue.ts';
import { findTaskAnswers, keepTaskAnswers } from '../store/tables/task-answers.ts';
import { materialOf } from './dossier-material.ts';
import { openDossier, taskToFill } from './dossier-reading.ts';
import { fillForm } from './form-to-fill.ts';
import type { Handler } from './handler.ts';
import { answerIn } from './language.ts';
import { defined } from './present/defined.ts';
import { presentLength, presentTotals } from './present/length.ts';
import { presentToOffice } from './present/office.ts';
import { presentQueueRow, presentTask } from './present/task.ts';
import type { Services } from './services.ts';

/** The queue of the reader's offices and roles. */
export const listTasks: Handler<'listTasks'> = async ({ query, actor, services }) => {
  const { memberships, personId } = actor;
  const today = romeDay(services.clock());
  const page = await listQueue(services.db, { ...query, memberships, personId, own: keysOfPerson(actor), today });
  const items = page.rows.map(async (row) => {
    const { service } = await services.procedures(row.procedureId, row.procedureVersion);
    return presentQueueRow(row, service.title, actor);
  });
  return { items: await Promise.all(items), ...presentLength(page, query.cursor), ...presentTotals(page) };
};

/** A task with its form and everything beside it. */
export const readTask: Handler<'readTask'> = ({ params, actor, services, ctx }) =>
  taskView(services, actor, { taskId: params.taskId, language: answerIn(ctx) });

/** Takes a task. */
export const claimTask: Handler<'claimTask'> = async ({ params, actor, key, services, ctx }) => {
  const { taskId } = params;
  await run(services, { command: { type: 'claim', dossierId: await dossierOf(services, taskId), taskId }, actor, key });
  return taskView(services, actor, { taskId, language: answerIn(ctx) });
};

/** Gives a task back. */
export const releaseTask: Handler<'releaseTask'> = async ({ params, actor, key, services, ctx }) => {
  const { taskId } = params;
  await run(services, {
    command: { type: 'release', dossierId: await dossierOf(services, taskId), taskId },
    actor,
    key,
  });
  return taskView(services, actor, { taskId, language: answerIn(ctx) });
};

/** Keeps unfinished answers of a task that the reader has in hand; they are judged only when the task is completed. */
export const saveTask: Handler<'saveTask'> = async ({ params, body, actor, services }) => {
  const { taskId } = params;
  const { db, clock } = services;
  const { dossier, task } = await openTask(services, actor, taskId);
  const savedAt = clock();
  demand(actor, 'complete', { dossier, task, today: romeDay(savedAt) });
  const { bodyId, dossierId } = dossier;
  await keepTaskAnswers(db, {
    bodyId,
    dossierId,
    taskId,
    personId: actor.personId,
    answers: body.answers,
    at: savedAt,
  });
  return { savedAt };
};

/** Completes a task; the answer is the dossier as it has gone on. */
export const completeTask: Handler<'completeTask'> = async ({ params, body, actor, key, services, ctx }) => {
  const { taskId } = params;
  const dossierId = await dossierOf(services, taskId);
  await run(services, { command: { type: 'complete', dossierId, taskId, answers: body.answers }, actor, key });
  const material = await materialOf(services, actor, { dossierId, what: 'dossier' });
  return presentToOffice(material, { actor, now: services.clock(), language: answerIn(ctx) });
};

interface AskedTask {
  readonly taskId: string;
  readonly language: Language;
}

async function taskView(services: Services, actor: PersonActor, { taskId, language }: AskedTask): Promise<TaskDetail> {
  const dossierId = await dossierOf(services, taskId);
  const material = await hiddenAs(taskId, () => materialOf(services, actor, { dossierId, what: `task ${taskId}` }));
  const { entire, opened } = material;
  const { dossier } = entire;
  const now = services.clock();
  const today = romeDay(now);
  const task = visibleTask(actor, { dossier, taskId, today });
  const summary = presentTask(task, opened, { actor, today });
  if (summary === undefined) throw new Problem('task.not-found', { taskId });
  const saved = await findTaskAnswers(services.db, { bodyId: dossier.bodyId, dossierId, taskId });
  // What is not sent yet is nobody else's business.
  const mayKnow = saved?.personId === actor.personId || mayDo(actor, 'complete', { dossier, task, today });
  const filling = {
    ...(await taskToFill(services, entire, task)),
    actor,
    reader: 'office',
    kept: mayKnow ? saved?.answers : undefined,
  } as const;
  return {
    task: summary,
    toFill: { title: task.name, ...fillForm(filling), ...defined({ dueOn: task.dueOn }) },
    dossier: presentToOffice(material, { actor, now, language }),
    may: grantsOnTask(actor, { dossier, task, today }),
  };
}

/** The dossier of a task, and the task as its reader may know of it. */
async function openTask(services: Services, actor: PersonActor, taskId: string) {
  const dossierId = await dossierOf(services, taskId);
  const opened = await hiddenAs(taskId, () =>
    openDossier(services, actor, { dossierId, what: `task ${taskId}`, act: 'visit-dossier' }),
  );
  const today = romeDay(services.clock());
  return { ...opened, task: visibleTask(actor, { dossier: opened.dossier, taskId, today }) };
}

function visibleTask(
  actor: PersonActor,
  { dossier, taskId, today }: { readonly dossier: Dossier; readonly taskId: string; readonly today: Day },
): Task {
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) throw new Problem('task.already-completed', { taskId });
  if (!mayDo(actor, 'read-task', { dossier, task, today })) throw new Problem('task.not-found', { taskId });
  return task;
}

async function dossierOf(services: Services, taskId: string): Promise<string> {
  const key = await findTaskKey(services.db, taskId);
  if (key === undefined) throw new Problem('task.not-found', { taskId });
  return key.dossierId;
}

/** Who asked for a task is told of the task, not of a dossier whose existence they may not know. */
async function hiddenAs<Value>(taskId: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem && error.code === 'dossier.not-found')
      throw new Problem('task.not-found', { taskId }, { cause: error });
    throw error;
  }
}
