import type { z } from 'zod';
import type { Variables } from '../kernel/types.ts';
import type { Command, RecordDeliveryCommand } from './command.ts';
import type { Dossier, NewDocument } from './dossier.ts';
import { Problem } from './problem.ts';
import type { DrawnProcedure } from './drawn-procedure.ts';
import type { TextContext } from './texts.ts';
import type { OperationFault } from '../findings/connector.ts';

/** A BPMN error that a connector may raise, for a boundary event to catch. */
export interface ConnectorError {
  readonly code: string;
  /** When it is raised, in Italian. */
  readonly label: string;
}

/** A call of a connector: for which dossier, from which element, with what. */
export interface ConnectorCall<Input = Variables> {
  /** The same however often the call is made; by it the other side tells a repetition. */
  readonly key: string;
  /** As the execution sees it in which the element stands. */
  readonly dossier: Dossier;
  readonly elementId: string;
  /** The wait that it resolves, or the notice that it carries. */
  readonly place: { readonly waitId: string } | { readonly messageId: string };
  readonly input: Input;
  /** Procedure, body, offices and instant of the call. */
  readonly context: TextContext;
}

/** What a call gives: an output and documents for the dossier, or one of the errors of the connector. */
export type ConnectorReply =
  | { readonly output: Variables; readonly documents?: readonly NewDocument[] }
  | { readonly error: { readonly code: string; readonly message: string } };

/** What a connector and a task exchange. */
export interface Declared {
  /** What `zeebe:ioMapping` has to give it, and what comes back. */
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly errors: readonly ConnectorError[];
}

/**
 * What is known of a service outside without calling it. The diagram names it in `zeebe:taskDefinition type`;
 * everything that is checked, waited for, tried again and played in scenarios comes from here.
 */
export interface ConnectorDeclaration extends Declared {
  readonly type: string;
  /** What it does, in Italian, as the designer and findings call it. */
  readonly label: string;
  /**
   * Whether the dossier waits at the element until the call is answered. Without it the step does what the element
   * says, and the call only carries it further.
   */
  readonly waits: boolean;
  /** Whether an operator may give the output in its place; not where the reply is more than the output. */
  readonly byHand: boolean;
  /** What a body has to set for it, secrets among them; see `connectors set` of the command line. */
  readonly settings: z.ZodObject;
  /** What is exchanged at an element, where this depends on it; `fault` says in Italian why nothing can be. */
  readonly at?: (procedure: DrawnProcedure, elementId: string) => Declared | { readonly fault: OperationFault };
  /** How often a call is tried before it becomes an incident. */
  readonly attempts: number;
  /** The pause after the first attempt; it doubles after each, up to a day. */
  readonly pauseSeconds: number;
  /** An attempt that takes longer has failed. */
  readonly timeLimitMs: number;
  /** An invented reply, for scenarios and development; the same call gives the same reply. */
  readonly simulate: (call: ConnectorCall) => ConnectorReply;
}

/**
 * The connector of a job type.
 *
 * @throws Problem `step.failed` naming the element when the procedure knows none of that name
 */
export function connectorNamed(
  { connectors }: { readonly connectors: readonly ConnectorDeclaration[] },
  type: string,
  elementId: string,
): ConnectorDeclaration {
  const found = connectors.find((connector) => connector.type === type);
  if (found !== undefined) return found;
  const expected = connectors.map((connector) => connector.type).join(', ');
  throw new Problem('step.failed', { elementId, jobType: type, expected });
}

/**
 * What a connector and an element exchange.
 *
 * @throws Problem `step.failed` with the reason when the element asks for nothing that there is
 */
export function declaredAt(connector: ConnectorDeclaration, procedure: DrawnProcedure, elementId: string): Declared {
  const declared = connector.at?.(procedure, elementId) ?? connector;
  if ('fault' in declared) throw new Problem('step.failed', { elementId, found: declared.fault });
  return declared;
}

/** By what a call is known to the queue, to the door and to the other side. */
export function connectorKey(type: string, dossierId: string, place: ConnectorCall['place']): string {
  return `${type}:${dossierId}:${'waitId' in place ? place.waitId : place.messageId}`;
}

/** The command that brings the reply of a call to its dossier. */
export function replyCommand(dossierId: string, place: ConnectorCall['place'], reply: ConnectorReply): Command {
  if ('messageId' in place) return { type: 'record-delivery', dossierId, ...place, ...deliveryIn(reply) };
  if ('error' in reply) return { type: 'fail-job', dossierId, ...place, ...reply.error };
  const { output, documents = [] } = reply;
  return { type: 'finish-job', dossierId, ...place, output, documents };
}

function deliveryIn(reply: ConnectorReply): Pick<RecordDeliveryCommand, 'delivered' | 'detail' | 'textHash'> {
  if ('error' in reply) return { delivered: false, detail: reply.error.message };
  const { delivered, detail, textHash } = reply.output;
  return {
    delivered: delivered === true,
    detail: typeof detail === 'string' ? detail : '',
    ...(typeof textHash === 'string' && { textHash }),
  };
}
