import type { JobDraft } from '../core/effects.ts';
import { announceFacts } from './announce-facts.ts';
import { broadcastSignal, deliverSignal } from './broadcast-signal.ts';
import { callConnector } from './call-connector.ts';
import { deliverMessage, giveUpMessage } from './deliver-message.ts';
import { fireStartTimer } from './fire-start-timer.ts';
import { fireTimer } from './fire-timer.ts';
import { drawReceipt } from './issue-receipt.ts';
import type { JobHandler } from './job.ts';
import { sendLink, tellHeld } from './mail-address.ts';
import { tellOldAddress } from './old-address.ts';
import { startDossier } from './start-dossier.ts';

/**
 * Kinds of job that no step asks for, but another job, a publication, a person at the portal, or whoever tells the
 * engine.
 */
type FollowingType =
  | 'deliver-signal'
  | 'give-up-message'
  | 'start-dossier'
  | 'fire-start-timer'
  | 'announce-facts'
  | 'send-link'
  | 'tell-held';

/** Every kind of job, and what does it. A new kind is a member of `JobDraft`, a file here and a line in this list. */
export const jobHandlers: Readonly<Record<JobDraft['type'] | FollowingType, JobHandler>> = {
  'fire-timer': fireTimer,
  'call-connector': callConnector,
  'issue-receipt': drawReceipt,
  'send-link': sendLink,
  'tell-held': tellHeld,
  'tell-old-address': tellOldAddress,
  'deliver-message': deliverMessage,
  'give-up-message': giveUpMessage,
  'broadcast-signal': broadcastSignal,
  'deliver-signal': deliverSignal,
  'fire-start-timer': fireStartTimer,
  'announce-facts': announceFacts,
  'start-dossier': startDossier,
};
