import { z } from 'zod';
import { noticeJob } from '../../language/notice.ts';
import { connector } from './connector.ts';

/**
 * The courtesy mail of a notice. The notice itself is issued by the step, in the personal area of whom it is for; the
 * dossier does not wait for the mail.
 */
export const sendNotice = connector({
  type: noticeJob,
  label: 'Invia una comunicazione',
  waits: false,
  byHand: false,
  settings: z.object({}),
  input: z.object({}),
  output: z.object({ delivered: z.boolean(), detail: z.string(), textHash: z.string().optional() }),
  errors: [],
  attempts: 12,
  pauseSeconds: 3,
  timeLimitMs: 300_000,
  simulate: () => ({ output: { delivered: true, detail: 'simulata' } }),
  perform: async ({ dossier: { dossierId }, place }, { deliverNotice }) => {
    if (!('messageId' in place)) throw new Error('A mail is sent for a notice');
    const delivery = await deliverNotice({ dossierId, messageId: place.messageId });
    return delivery && { output: { ...delivery } };
  },
});
