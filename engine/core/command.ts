import type { Answers } from '../../forms/schema/document.ts';
import type { Variables, WaitId } from '../kernel/types.ts';
import type { NewDocument } from './dossier.ts';

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
  /** The body that the person was shown, where it follows from the place. */
  readonly shownBodyId?: string;
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

/**
 * Does an act that the dossier offers to a party now: withdraw, ask for review. `elementId` names the waiting message
 * event.
 */
export interface ActCommand {
  readonly type: 'act';
  readonly dossierId: string;
  readonly elementId: string;
  /** Which one is meant; needed where the element waits several times, in repetitions or called processes. */
  readonly waitId?: WaitId;
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
  readonly documents: readonly NewDocument[];
  /** Present when an operator gave the output in the place of a service that does not answer. */
  readonly byHand?: { readonly who: string; readonly why: string };
}

/** A job ended with a BPMN error that the diagram foresees. Only the system asks. */
export interface FailJobCommand {
  readonly type: 'fail-job';
  readonly dossierId: string;
  readonly waitId: WaitId;
  readonly code: string;
  readonly message: string;
}

/**
 * The receipt of the application has been drawn (L. 241/1990, art. 18-bis). Only the system asks, once for a dossier.
 */
export interface IssueReceiptCommand {
  readonly type: 'issue-receipt';
  readonly dossierId: string;
  /** Its instant and its number are those of the step. */
  readonly document: NewDocument;
}

/** A courtesy mail was handed over, or was refused for good. Only the system asks. */
export interface RecordDeliveryCommand {
  readonly type: 'record-delivery';
  readonly dossierId: string;
  readonly messageId: string;
  readonly delivered: boolean;
  readonly detail: string;
  /** The hash of the mail that went out; absent where none did. */
  readonly textHash?: string;
}

/**
 * Somebody at an office asked for a task of a dossier to which they are a party, or to read it. Only the system asks.
 */
export interface RecordRefusalCommand {
  readonly type: 'record-refusal';
  readonly dossierId: string;
  /** The task asked for; absent when they asked to read. */
  readonly taskId?: string;
  readonly refused: { readonly personId: string; readonly name: string };
}

/**
 * The notices to a party go to another address from now on. A party asks for themself, and the address is known to be
 * theirs by then; an office for one of the parties, with the reason.
 */
export interface ChangeAddressCommand {
  readonly type: 'change-address';
  readonly dossierId: string;
  /** Which party, counted from one in their order; absent when somebody asks for themself. */
  readonly party?: number;
  readonly email: string;
  readonly reason?: string;
}

/** Somebody of an office has a conflict of interest in the dossier, and says why (L. 241/1990, art. 6-bis). */
export interface DeclareConflictCommand {
  readonly type: 'declare-conflict';
  readonly dossierId: string;
  readonly reason: string;
}

/** A manager decides on a conflict that somebody has declared: they keep off, or may work again. */
export interface AssessConflictCommand {
  readonly type: 'assess-conflict';
  readonly dossierId: string;
  /** Who declared it. */
  readonly personId: string;
  readonly decision: 'confirmed' | 'lifted';
  readonly reason: string;
}

/** What opens a dossier when nobody applies. */
export interface Cause {
  readonly type: 'message' | 'signal' | 'timer' | 'condition';
  /** The message or signal; of a timer the instant at which it was due. */
  readonly name?: string;
  /** The thrown message that is received by this. */
  readonly messageId?: string;
}

/** Opens a dossier because a start event of a published procedure has happened. Only the system asks. */
export interface OpenCommand {
  readonly type: 'open';
  readonly dossierId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly processId: string;
  readonly bodyId: string;
  /** The start event, and which of its definitions has happened. */
  readonly elementId: string;
  readonly part: number;
  readonly cause: Cause;
  readonly variables: Variables;
}

/** A message that another dossier has thrown arrives. Only the system asks. */
export interface ReceiveMessageCommand {
  readonly type: 'receive-message';
  readonly dossierId: string;
  readonly messageId: string;
  readonly message: string;
  readonly correlationKey?: string;
  readonly payload: Variables;
}

/** A message that the dossier has thrown reached nobody in all its time. Only the system asks. */
export interface GiveUpMessageCommand {
  readonly type: 'give-up-message';
  readonly dossierId: string;
  readonly messageId: string;
  readonly message: string;
}

/** A signal has been broadcast. Only the system asks. */
export interface ReceiveSignalCommand {
  readonly type: 'receive-signal';
  readonly dossierId: string;
  readonly signalId: string;
  readonly signal: string;
  readonly payload: Variables;
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
  | FailJobCommand
  | OpenCommand
  | ReceiveMessageCommand
  | GiveUpMessageCommand
  | ReceiveSignalCommand
  | IssueReceiptCommand
  | RecordDeliveryCommand
  | RecordRefusalCommand
  | ChangeAddressCommand
  | DeclareConflictCommand
  | AssessConflictCommand;
