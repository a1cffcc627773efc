import type { Answers } from '../../forms/schema/document.ts';
import type { Variables, WaitId } from '../kernel/types.ts';
import type { DossierDocument } from './dossier.ts';

/** Opens a dossier with an application. `dossierId` is made by the caller, once per draft. */
export interface SubmitCommand {
  readonly type: 'submit';
  readonly dossierId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly draftId: string;
  readonly answers: Answers;
  /** Why known answers are corrected, by key. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** Takes a task of one's own office. */
export interface ClaimCommand {
  readonly type: 'claim';
  readonly dossierId: string;
  readonly taskId: string;
}

/** Gives a task back to its queue. */
export interface ReleaseCommand {
  readonly type: 'release';
  readonly dossierId: string;
  readonly taskId: string;
}

/** Completes a task with the answers of its form. */
export interface CompleteCommand {
  readonly type: 'complete';
  readonly dossierId: string;
  readonly taskId: string;
  readonly answers: Answers;
}

/** Does an act that the dossier offers to a party now: withdraw, ask for review. `elementId` names the waiting message event. */
export interface ActCommand {
  readonly type: 'act';
  readonly dossierId: string;
  readonly elementId: string;
  readonly answers: Answers;
}

/** A timer has become due. Only the system asks. */
export interface FireTimerCommand {
  readonly type: 'fire-timer';
  readonly dossierId: string;
  readonly waitId: WaitId;
}

/** A job has done its work outside. Only the system asks. */
export interface FinishJobCommand {
  readonly type: 'finish-job';
  readonly dossierId: string;
  readonly waitId: WaitId;
  readonly output: Variables;
  readonly documents: readonly DossierDocument[];
}

/** A courtesy mail was handed over, or was refused for good. Only the system asks. */
export interface RecordDeliveryCommand {
  readonly type: 'record-delivery';
  readonly dossierId: string;
  readonly messageId: string;
  readonly delivered: boolean;
  readonly detail: string;
}

/** What can be asked of a dossier. */
export type Command =
  | SubmitCommand
  | ClaimCommand
  | ReleaseCommand
  | CompleteCommand
  | ActCommand
  | FireTimerCommand
  | FinishJobCommand
  | RecordDeliveryCommand;
