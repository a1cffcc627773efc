import { instantAfter, instantAt, textAt } from '../expressions.ts';
import type { FlowNode, MessageDefinition } from '../program.ts';
import { nodeAt, openWait } from '../run.ts';
import type { Run } from '../run.ts';
import type { Token } from '../state.ts';
import { visibleTo } from '../variables.ts';

/** Opens what an event waits for, on behalf of a token: the event's own, its host's or its gateway's. */
export function openEvent(run: Run, token: Token, node: FlowNode): void {
  const { event, work } = node;
  if (event?.type === 'timer') return openTimer(run, token, node);
  if (event?.type === 'message' && event.message) return openMessage(run, token, { node, message: event.message });
  if (work?.type === 'message') openMessage(run, token, { node, message: work.message });
}

/** Opens the waits of the events on the border of the activity a token is at. */
export function openBoundary(run: Run, token: Token, node: FlowNode): void {
  for (const id of node.boundary) openEvent(run, token, nodeAt(run, id));
}

/** Opens the wait for a message. */
export function openMessage(
  run: Run,
  token: Token,
  { node, message }: { readonly node: FlowNode; readonly message: MessageDefinition },
): void {
  const place = { elementId: node.id, variables: visibleTo(run, token), now: run.now };
  openWait(run, token, {
    type: 'message',
    elementId: node.id,
    name: node.name,
    message: textAt(message.name, place),
    ...(message.correlationKey !== undefined && { correlationKey: textAt(message.correlationKey, place) }),
  });
}

function openTimer(run: Run, token: Token, node: FlowNode): void {
  if (node.event?.type !== 'timer') return;
  const { kind, expression } = node.event;
  const place = { elementId: node.id, variables: visibleTo(run, token), now: run.now };
  const dueAt = kind === 'date' ? instantAt(expression, place) : instantAfter(expression, place);
  openWait(run, token, { type: 'timer', elementId: node.id, name: node.name, dueAt });
}
