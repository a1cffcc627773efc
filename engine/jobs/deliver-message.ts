import { z } from 'zod';
import type { Command } from '../core/command.ts';
import { listSubscriptions } from '../store/tables/start-subscriptions.ts';
import {
  findReceiver,
  findWaitingMessage,
  giveUpForeign,
  type WaitingMessage,
} from '../store/tables/thrown-messages.ts';
import { addJobs } from './add-jobs.ts';
import { runUnlessPast, theWorker, type JobHandler } from './job.ts';
import { startJobs } from './start-dossier.ts';

const payloadShape = z.object({ messageId: z.string() });

/**
 * Hands a thrown message to the oldest dossier that awaits it, else to a procedure that begins with it. When nobody
 * awaits it the message stays where it is: whoever opens a wait for it, and the round of the worker, asks again.
 */
export const deliverMessage: JobHandler = async (payload, deps) => {
  const { messageId } = payloadShape.parse(payload);
  const refused: string[] = [];
  for (;;) {
    const message = await findWaitingMessage(deps.db, messageId);
    if (message === undefined) return;
    const dossierId = await findReceiver(deps.db, message, refused);
    if (dossierId === undefined) return begin(message, deps);
    const command = receiving(message, dossierId);
    // One key for all receivers: whichever takes it first, no other can.
    if (await runUnlessPast(deps, { command, actor: theWorker, key: `message:${messageId}` })) return;
    refused.push(dossierId);
  }
};

function receiving({ messageId, message, correlationKey, payload }: WaitingMessage, dossierId: string): Command {
  const key = correlationKey === null ? {} : { correlationKey };
  return { type: 'receive-message', dossierId, messageId, message, ...key, payload };
}

async function begin(thrown: WaitingMessage, deps: Parameters<JobHandler>[1]): Promise<void> {
  const { messageId, message, payload, bodyId } = thrown;
  const [subscription] = await listSubscriptions(deps.db, { type: 'message', name: message });
  if (subscription === undefined) return;
  const cause = { type: 'message', name: message, messageId } as const;
  const jobs = await startJobs(deps, subscription, { key: messageId, cause, variables: payload, bodyId });
  // A message begins one dossier.
  await addJobs(deps.db, jobs.slice(0, 1));
}

/** Gives up a message that reached nobody in its time; the record of the dossier that threw it says so. */
export const giveUpMessage: JobHandler = async (payload, deps) => {
  const { messageId } = payloadShape.parse(payload);
  const thrown = await findWaitingMessage(deps.db, messageId);
  if (thrown === undefined) return;
  const { dossierId, message } = thrown;
  if (dossierId === null) {
    deps.log.warn({ messageId, message }, 'message from outside reached nobody');
    return giveUpForeign(deps.db, messageId, deps.clock());
  }
  const command = { type: 'give-up-message', dossierId, messageId, message } as const;
  await runUnlessPast(deps, { command, actor: theWorker, key: `message:${messageId}` });
};
