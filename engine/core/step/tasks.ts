import type { TaskWait, WaitId } from '../../kernel/types.ts';
import { deadline } from '../../language/deadline.ts';
import { distinctionOf, each } from '../../language/each.ts';
import type { Distinction } from '../../language/each.ts';
import { addParty } from '../../language/parties.ts';
import { addDays, romeDay } from '../calendar.ts';
import { executionOf, ownExecution } from '../called.ts';
import type { Day, Dossier, Task, TaskAudience } from '../dossier.ts';
import type { Step } from '../effects.ts';
import type { EventDraft } from '../event.ts';
import { officeRef } from '../office.ts';
import type { Guest } from '../office.ts';
import type { Procedure } from '../procedure.ts';
import { audienceOf } from './audience.ts';
import type { Assignment } from './audience.ts';
import { correctionAsked } from './correction-asked.ts';
import { handOf } from './facts.ts';
import { change, record } from './progress.ts';
import type { Scene } from './progress.ts';

/**
 * The step with a user task open.
 *
 * @throws Problem `step.failed` when it is for nobody that is known
 */
export function openTask(step: Step, wait: TaskWait, scene: Scene): Step {
  const { dossier } = step;
  const corrects = correctionAsked(wait, dossier, scene);
  const { audience, guest }: Assignment =
    corrects === undefined ? audienceOf(wait, dossier, scene) : { audience: { type: 'party', role: corrects.by } };
  const { person, about } =
    corrects === undefined ? distinguished(wait, dossier, scene) : { person: corrects.person, about: corrects.name };
  const formId = corrects?.formId ?? wait.formId;
  const task: Task = {
    taskId: `${dossier.dossierId}.${wait.id}`,
    waitId: wait.id,
    elementId: wait.elementId,
    name: wait.name === '' ? wait.elementId : wait.name,
    ...(formId === undefined ? {} : { formId }),
    audience,
    ...(person && { person }),
    ...(about === undefined ? {} : { about }),
    ...(wait.instance === undefined ? {} : { instance: wait.instance }),
    ...(corrects && { corrects }),
    openedAt: scene.context.now,
    ...(wait.dueAt === undefined ? {} : { dueOn: romeDay(wait.dueAt) }),
  };
  const opened = change(step, { tasks: [...dossier.tasks, task] });
  const joined = guest === undefined ? joinOwn(opened, task, scene) : joinGuest(opened, guest);
  return record(joined, scene, { type: 'task.opened', data: { ...taskFacts(task), audience: audienceName(audience) } });
}

/** The step with an open task gone, because it was completed or because something interrupted it. */
export function closeTask(step: Step, task: Task, as: 'completed' | 'cancelled'): Step {
  const tasks = step.dossier.tasks.filter(({ taskId }) => taskId !== task.taskId);
  return change({ ...step, tasksClosed: [...step.tasksClosed, { taskId: task.taskId, as }] }, { tasks });
}

/** The step with a task of the dossier replaced by its new value. */
export function changeTask(step: Step, task: Task): Step {
  const tasks = step.dossier.tasks.map((one) => (one.taskId === task.taskId ? task : one));
  return change(step, { tasks });
}

/** The step with an office taking part in the dossier from now on. */
export function joinOffice(step: Step, officeCode: string): Step {
  const { officeCodes } = step.dossier;
  return officeCodes.includes(officeCode) ? step : change(step, { officeCodes: [...officeCodes, officeCode] });
}

/** The step with whom a task is for taking part in the dossier. */
function joinOwn(step: Step, { audience, person, elementId }: Task, scene: Scene): Step {
  if (audience.type === 'office') return joinOffice(step, audience.officeCode);
  if (person === undefined || audience.role === 'applicant') return step;
  return addParty(handOf(step, elementId, scene), { role: audience.role, ...person }).carried;
}

/** Whom one of several tasks is for, and what it is about, as the diagram says of it. */
function distinguished({ elementId, instance }: TaskWait, { variables }: Dossier, { context }: Scene): Distinction {
  const place = { elementId, dossier: { variables: { ...variables, ...instance } }, now: context.now };
  return distinctionOf(each.of(context.procedure.facts[elementId]), place);
}

/** The step with an office of another body taking part, with the name by which it is known now. */
function joinGuest(step: Step, guest: Guest): Step {
  const { guests = [] } = step.dossier;
  const others = guests.filter(({ bodyId, code }) => bodyId !== guest.bodyId || code !== guest.code);
  const before = guests.find((one) => !others.includes(one));
  // Who was let see everything by one role still does when another gives them a task.
  const sees = before?.sees === 'dossier' ? before.sees : guest.sees;
  return change(step, { guests: [...others, { ...guest, sees }] });
}

/** What events say of a task. */
export function taskFacts({ taskId, elementId, name, about }: Task): EventDraft['data'] {
  return { taskId, elementId, name, ...(about === undefined ? {} : { about }) };
}

/** What `task.completed` says, with the registration number of the answers, where they have one. */
export function completedFacts(task: Task, registration: string | undefined): EventDraft['data'] {
  const { audience } = task;
  return {
    ...taskFacts(task),
    audience: audienceName(audience),
    ...(registration === undefined ? {} : { registration }),
  };
}

/** An audience in one word: `applicant`, `documenti/officer`, `pareri@<bodyId>/clerk`. */
export function audienceName(audience: TaskAudience): string {
  return audience.type === 'party' ? audience.role : `${officeRef(audience)}/${audience.role}`;
}

/**
 * The day by which a task should be done: the earliest timer that interrupts it, a sub-process around it or the call of
 * its process, else its own schedule. A timer bound to a term falls due when the last day is over.
 */
export function dueOn(task: Task, dossier: Dossier, procedures: Procedures): Day | undefined {
  const days: Day[] = [];
  let elementId = task.elementId;
  for (let executionId = executionOf(task.waitId); ; executionId = executionOf(executionId)) {
    days.push(...interruptions(dossier, { elementId, executionId, procedure: procedures(executionId) }));
    const call = dossier.waits.find(({ wait }) => wait.id === executionId);
    if (executionId === ownExecution || call === undefined) break;
    elementId = call.wait.elementId;
  }
  return days.sort()[0] ?? task.dueOn;
}

/** The procedure that each execution of a dossier runs. */
export type Procedures = (executionId: string) => Procedure;

interface ElementPlace {
  readonly elementId: string;
  readonly executionId: string;
  readonly procedure: Procedure;
}

// The days on which a timer would interrupt an element or a sub-process around it.
function interruptions(dossier: Dossier, { elementId, executionId, procedure }: ElementPlace): readonly Day[] {
  const { nodes } = procedure.program;
  const around = enclosing(elementId, procedure.program);
  return dossier.waits.flatMap(({ wait, dueAt }) => {
    const { attachedTo, interrupting } = nodes[wait.elementId] ?? {};
    if (wait.type !== 'timer' || executionOf(wait.id) !== executionId) return [];
    if (dueAt === null || attachedTo === undefined || interrupting === false || !around.has(attachedTo)) return [];
    const day = romeDay(dueAt);
    return [deadline.of(procedure.facts[wait.elementId]) ? addDays(day, -1) : day];
  });
}

/** The element itself and every sub-process around it, from the innermost to the outermost. */
export function enclosing(elementId: string, { nodes }: Procedure['program']): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at: string | undefined = elementId; at !== undefined; at = nodes[at]?.parent) found.add(at);
  return found;
}

/** An open task by its wait. */
export function taskAt(dossier: Dossier, waitId: WaitId): Task | undefined {
  return dossier.tasks.find((task) => task.waitId === waitId);
}
