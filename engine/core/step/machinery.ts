import type { Wait, WaitId } from '../../kernel/types.ts';
import { romeDay } from '../calendar.ts';
import type {
  FailJobCommand,
  FinishJobCommand,
  FireTimerCommand,
  IssueReceiptCommand,
  RecordDeliveryCommand,
} from '../command.ts';
import type { Dossier, NewDocument } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { demand } from '../policy.ts';
import { Problem } from '../problem.ts';
import type { StepInput } from './context.ts';
import { goOn } from './move.ts';
import { record, sceneOf, unmoved } from './progress.ts';
import type { Scene } from './progress.ts';

/**
 * Fires a timer that is due. A worker that comes late does not change the law: clocks move on the day it was due.
 *
 * @throws Problem `wait.not-open` when it is closed, not armed, or due later: then another job exists or none is wanted
 */
export async function fireTimer(
  dossier: Dossier,
  { command, actor, context }: StepInput<FireTimerCommand>,
): Promise<Step> {
  demand(actor, 'run-machinery', { dossier });
  const { waitId } = command;
  const open = dossier.waits.find(({ wait }) => wait.id === waitId && wait.type === 'timer');
  const dueAt = open?.dueAt ?? null;
  if (!open || dueAt === null || dueAt > context.now)
    throw new Problem('wait.not-open', { waitId, dueAt, now: context.now });
  const scene = sceneOf(actor, context, { day: romeDay(dueAt) });
  const { elementId, name } = open.wait;
  const fired = record(unmoved(dossier), scene, { type: 'timer.fired', data: { elementId, name, waitId, dueAt } });
  return goOn(fired, { trigger: { type: 'fire', waitId }, resolves: waitId }, scene);
}

/**
 * Takes in what a job has made: its documents join the dossier with the registration number of the step, and the
 * procedure goes on with its output.
 *
 * @throws Problem `wait.not-open` when nobody waits for it any more
 */
export async function finishJob(
  dossier: Dossier,
  { command, actor, context }: StepInput<FinishJobCommand>,
): Promise<Step> {
  demand(actor, 'run-machinery', { dossier });
  const { waitId, output, byHand } = command;
  const { elementId, name } = openJob(dossier, waitId);
  const scene = sceneOf(actor, context);
  const happened =
    byHand === undefined
      ? ({ type: 'job.finished', data: { elementId, name, waitId } } as const)
      : ({ type: 'job.resolved', data: { elementId, name, waitId, ...byHand } } as const);
  const finished = record(unmoved(dossier), scene, happened);
  const added = command.documents.reduce(
    (step, document) => addDocument(step, { document, elementId }, scene),
    finished,
  );
  return goOn(added, { trigger: { type: 'complete', waitId, output }, resolves: waitId }, scene);
}

/**
 * Takes in that a job ended with a BPMN error: the diagram goes on where it is caught.
 *
 * @throws Problem `wait.not-open` when nobody waits for it any more, `step.failed` when nothing catches the error
 */
export async function failJob(dossier: Dossier, { command, actor, context }: StepInput<FailJobCommand>): Promise<Step> {
  demand(actor, 'run-machinery', { dossier });
  const { waitId, code, message } = command;
  const { elementId, name } = openJob(dossier, waitId);
  const scene = sceneOf(actor, context);
  const failed = record(unmoved(dossier), scene, {
    type: 'job.failed',
    data: { elementId, name, waitId, code, message },
  });
  return goOn(failed, { trigger: { type: 'error', waitId, code, message }, resolves: waitId }, scene);
}

function openJob({ waits }: Dossier, waitId: WaitId): Wait {
  const open = waits.find(({ wait }) => wait.id === waitId && wait.type === 'job');
  if (open) return open.wait;
  throw new Problem('wait.not-open', { waitId });
}

/** Takes the receipt into the dossier; it goes out under the number of the step, and nothing else moves. */
export function issueReceipt(dossier: Dossier, { command, actor, context }: StepInput<IssueReceiptCommand>): Step {
  demand(actor, 'run-machinery', { dossier });
  return addDocument(unmoved(dossier), { document: command.document }, sceneOf(actor, context));
}

interface Drawn {
  readonly document: NewDocument;
  /** The element that asked for it. */
  readonly elementId?: string;
}

/** The step with a document of the body, under the number that was taken for the step and at its instant. */
function addDocument(step: Step, { document, elementId }: Drawn, scene: Scene): Step {
  const { registration, now } = scene.context;
  const numbered = { ...document, addedAt: now, ...(registration === undefined ? {} : { registration }) };
  const { documentId, title, kind, sha256, readableBy } = numbered;
  return record({ ...step, documents: [...step.documents, numbered] }, scene, {
    type: 'documents.added',
    data: {
      documentIds: [documentId],
      titles: [title],
      count: 1,
      kind,
      by: 'office',
      readableBy,
      hashes: [sha256],
      registration: numbered.registration ?? null,
      ...(elementId === undefined ? {} : { elementId }),
    },
  });
}

/** Records that a courtesy mail was handed over or refused for good; the dossier itself does not move. */
export function recordDelivery(dossier: Dossier, { command, actor, context }: StepInput<RecordDeliveryCommand>): Step {
  demand(actor, 'run-machinery', { dossier });
  const { messageId, delivered, detail, textHash } = command;
  const type = delivered ? 'notice.delivered' : 'notice.failed';
  return record(unmoved(dossier), sceneOf(actor, context), {
    type,
    data: { messageId, detail, ...(textHash === undefined ? {} : { textHash }) },
  });
}
