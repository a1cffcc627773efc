import type { Answers } from '../../forms/schema/document.ts';
import type { Actor } from '../../engine/core/actor.ts';
import type { Dossier } from '../../engine/core/dossier.ts';
import { Problem } from '../../engine/core/problem.ts';
import type { StepContext } from '../../engine/core/step.ts';
import { aCitizen, aClerk, bodyId, dossierId, play, theTimer } from './builders.ts';
import type { Play } from './builders.ts';

/** What happens to a request for access, step by step: the verbs of the tests of the step. */

/** The applicant. */
export const giulia = aCitizen();
/** Who works the request: clerk at the front office, officer where the documents are. */
export const paola = aClerk([
  { officeCode: 'urp', role: 'clerk' },
  { officeCode: 'documenti', role: 'officer' },
]);

/** Answers to the application, all right. */
export const application: Answers = {
  tipo: 'documentale',
  ente: bodyId,
  oggetto: 'Verbale della seduta',
  interesse: 'Sono il confinante',
};

/** What differs from the usual surroundings of a step. */
export type World = Partial<StepContext>;

/** Sends an application. */
export const submit = (answers: Answers = application, context: World = {}, by: Actor = giulia) =>
  play(undefined, {
    by,
    context,
    command: { type: 'submit', dossierId, procedureId: 'accesso', procedureVersion: 1, draftId: 'draft', answers },
  });

/** The id of the open task of an element; one that cannot be there when none is open. */
export const taskOf = (dossier: Dossier, elementId: string) =>
  dossier.tasks.find((task) => task.elementId === elementId)?.taskId ?? `${dossierId}.${elementId}`;

/** Who completes which task, and how. */
export interface Completing {
  readonly by: Actor;
  readonly task: string;
  readonly answers: Answers;
}

/** Completes a task that is in hand. */
export const complete = (before: Play, { by, task, answers }: Completing, context: World = {}) =>
  play(before, {
    by,
    context,
    command: { type: 'complete', dossierId, taskId: taskOf(before.dossier, task), answers },
  });

/** Claims and completes, as a clerk does. */
export async function work(
  before: Play,
  [task, answers]: readonly [string, Answers],
  context: World = {},
): Promise<Play> {
  const claim = { type: 'claim', dossierId, taskId: taskOf(before.dossier, task) } as const;
  return complete(await play(before, { by: paola, context, command: claim }), { by: paola, task, answers }, context);
}

/** Lets the timer of an element fire at an instant, in these surroundings. */
export const fireIn = (context: World) => (before: Play, elementId: string, now: string) => {
  const waitId = before.dossier.waits.find(({ wait }) => wait.elementId === elementId)?.wait.id ?? elementId;
  return play(before, {
    by: theTimer,
    context: { ...context, now },
    command: { type: 'fire-timer', dossierId, waitId },
  });
};

/** Lets the timer of an element fire at an instant. */
export const fire = fireIn({});

/** When the timer of an element is due. */
export const dueAt = ({ dossier }: Play, elementId: string) =>
  dossier.waits.find(({ wait }) => wait.elementId === elementId)?.dueAt;

/** What the last step recorded, by type. */
export const types = ({ last }: Play) => last.events.map(({ type }) => type);

/** The problem with which an attempt is refused; an Error when it is not. */
export async function problemOf(attempt: Promise<unknown>): Promise<Problem> {
  const outcome = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw new Error(`expected a Problem, got ${String(outcome)}`);
}
