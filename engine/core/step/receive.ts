import type { MessageWait } from '../../kernel/types.ts';
import { executionOf, executionsOf } from '../called.ts';
import type { GiveUpMessageCommand, ReceiveMessageCommand, ReceiveSignalCommand } from '../command.ts';
import type { Dossier } from '../dossier.ts';
import type { Step } from '../effects.ts';
import { demand } from '../policy.ts';
import { Problem } from '../problem.ts';
import type { StepInput } from './context.ts';
import { goOn, goOnWith } from './move.ts';
import { record, sceneOf, unmoved } from './progress.ts';

/**
 * Takes in a message that was thrown elsewhere. What a party has to send in person is not resolved by it.
 *
 * @throws Problem `wait.not-open` when the dossier does not await it, or no longer
 */
export async function receiveMessage(
  dossier: Dossier,
  { command, actor, context }: StepInput<ReceiveMessageCommand>,
): Promise<Step> {
  demand(actor, 'run-machinery', { dossier });
  const { messageId, message, correlationKey, payload } = command;
  const wait = awaiting(dossier, command);
  if (wait === undefined) throw new Problem('wait.not-open', { messageId, message });
  const scene = sceneOf(actor, context);
  const received = record(unmoved(dossier), scene, {
    type: 'message.received',
    data: { messageId, message, elementId: wait.elementId },
  });
  const settled: Step = { ...received, messageSettled: { messageId, as: 'received' } };
  const key = correlationKey === undefined ? {} : { correlationKey };
  return goOn(settled, { trigger: { type: 'message', message, ...key, waitId: wait.id, payload } }, scene);
}

// The dossier's own waits come before those of the processes that it has called; what is a person's is passed over. The
// key that a message has finds its wait before one that asks for none.
function awaiting(dossier: Dossier, sent: ReceiveMessageCommand): MessageWait | undefined {
  const open = dossier.waits.filter(({ personalAct }) => personalAct === undefined).map(({ wait }) => wait);
  const answering = executionsOf(dossier)
    .flatMap((executionId) => open.filter(({ id }) => executionOf(id) === executionId))
    .filter((wait): wait is MessageWait => wait.type === 'message' && answers(wait, sent));
  return answering.find(({ correlationKey }) => correlationKey === sent.correlationKey) ?? answering[0];
}

function answers(wait: MessageWait, { message, correlationKey }: ReceiveMessageCommand): boolean {
  if (wait.message !== message) return false;
  return correlationKey === undefined || wait.correlationKey === undefined || wait.correlationKey === correlationKey;
}

/** Records that a message of the dossier reached nobody; the dossier itself does not move. */
export function giveUpMessage(dossier: Dossier, { command, actor, context }: StepInput<GiveUpMessageCommand>): Step {
  demand(actor, 'run-machinery', { dossier });
  const { messageId, message } = command;
  const scene = sceneOf(actor, context);
  const told = record(unmoved(dossier), scene, { type: 'message.undelivered', data: { messageId, message } });
  return { ...told, messageSettled: { messageId, as: 'undelivered' } };
}

/**
 * Takes in a signal that was thrown elsewhere, in every execution of the dossier that waits for it.
 *
 * @throws Problem `wait.not-open` when none does
 */
export async function receiveSignal(
  dossier: Dossier,
  { command, actor, context }: StepInput<ReceiveSignalCommand>,
): Promise<Step> {
  demand(actor, 'run-machinery', { dossier });
  const { signalId, signal, payload } = command;
  const isAwaited = dossier.waits.some(({ wait }) => wait.type === 'signal' && wait.signal === signal);
  if (!isAwaited) throw new Problem('wait.not-open', { signalId, signal });
  const scene = sceneOf(actor, context);
  const heard = record(unmoved(dossier), scene, { type: 'signal.received', data: { signalId, signal } });
  return goOnWith(heard, { type: 'signal', signal, payload }, scene);
}
