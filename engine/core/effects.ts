import type { Instant, Variables } from '../kernel/types.ts';
import type { ConnectorCall } from './connector.ts';
import type { Dossier, DossierDocument, Message, ThrownMessage } from './dossier.ts';
import type { EventDraft } from './event.ts';
import type { Submission } from './submission.ts';

/** Work for after the commit. `key` makes it once-only; an armed timer is replaced by its key. */
export type JobDraft =
  | {
      readonly type: 'fire-timer';
      readonly key: string;
      readonly dossierId: string;
      readonly waitId: string;
      readonly runAt: Instant;
    }
  | ConnectorJob
  /** Draws the receipt of the application. */
  | { readonly type: 'issue-receipt'; readonly key: string; readonly dossierId: string }
  /** Tells an address that notices to a party do not go there any more. */
  | {
      readonly type: 'tell-old-address';
      readonly key: string;
      readonly dossierId: string;
      readonly address: string;
      /** Whose it is; absent for somebody who is no user of the portal. */
      readonly personId?: string;
    }
  /** Looks for who awaits a message that a dossier has thrown. */
  | { readonly type: 'deliver-message'; readonly key: string; readonly dossierId: string; readonly messageId: string }
  /** Tells all other dossiers of a signal. */
  | {
      readonly type: 'broadcast-signal';
      readonly key: string;
      readonly dossierId: string;
      readonly signalId: string;
      readonly signal: string;
      readonly payload: Variables;
    };

/** A connector is called: for a wait of the dossier, or for a notice that the step has issued. */
export interface ConnectorJob {
  readonly type: 'call-connector';
  readonly key: string;
  readonly dossierId: string;
  /** Its type. */
  readonly connector: string;
  readonly elementId: string;
  readonly place: ConnectorCall['place'];
  readonly attempts: number;
}

/** What a step gives: the dossier after it, and everything to be written with it in one transaction. */
export interface Step {
  /** Without its place in the chain: `eventCount` and `headHash` are still those before; the door moves them on. */
  readonly dossier: Dossier;
  readonly events: readonly EventDraft[];
  /** Forms that were answered. */
  readonly submissions: readonly Submission[];
  /** `closedBy` says how the task ended. */
  readonly tasksClosed: readonly { readonly taskId: string; readonly as: 'completed' | 'cancelled' }[];
  readonly jobs: readonly JobDraft[];
  /** Keys of jobs that are no longer wanted: timers closed or moved. */
  readonly jobsDropped: readonly string[];
  readonly messages: readonly Message[];
  readonly messagesThrown: readonly ThrownMessage[];
  /** The thrown message whose way ends with this step: received, or given up. Two steps cannot end the same one. */
  readonly messageSettled?: { readonly messageId: string; readonly as: 'received' | 'undelivered' };
  readonly documents: readonly DossierDocument[];
  /** Uploads that now belong to the dossier. */
  readonly uploadsBound: readonly string[];
}
