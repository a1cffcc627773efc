import type { Instant } from '../kernel/types.ts';
import type { Dossier, DossierDocument, Message, Task } from './dossier.ts';
import type { EventDraft } from './event.ts';

/** Work for after the commit. `key` makes it once-only; an armed timer is replaced by its key. */
export type JobDraft =
  | {
      readonly type: 'fire-timer';
      readonly key: string;
      readonly dossierId: string;
      readonly waitId: string;
      readonly runAt: Instant;
    }
  | { readonly type: 'create-document'; readonly key: string; readonly dossierId: string; readonly waitId: string }
  | { readonly type: 'send-mail'; readonly key: string; readonly dossierId: string; readonly messageId: string };

/** What a step gives: the dossier after it, and everything to be written with it in one transaction. */
export interface Step {
  /** Without its place in the chain: `eventCount` and `headHash` are still those before; the door moves them on. */
  readonly dossier: Dossier;
  readonly events: readonly EventDraft[];
  readonly tasksOpened: readonly Task[];
  readonly tasksChanged: readonly Task[];
  /** `closedBy` says how the task ended. */
  readonly tasksClosed: readonly { readonly taskId: string; readonly as: 'completed' | 'cancelled' }[];
  readonly jobs: readonly JobDraft[];
  /** Keys of jobs that are no longer wanted: timers closed or moved. */
  readonly jobsDropped: readonly string[];
  readonly messages: readonly Message[];
  readonly documents: readonly DossierDocument[];
  /** Uploads that now belong to the dossier. */
  readonly uploadsBound: readonly string[];
}
