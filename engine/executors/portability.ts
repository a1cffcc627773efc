import { addDuration, isDuration } from '../kernel/time/instants.ts';
import { definitionsOf } from '../kernel/event-definition.ts';
import type { EventDefinition } from '../kernel/event-definition.ts';
import { errorAt, warningAt } from '../kernel/findings.ts';
import { messageOf } from '../kernel/node.ts';
import type { FlowNode, FlowNodeType, Program } from '../kernel/program.ts';
import type { Finding } from '../kernel/types.ts';
import { catcherOf } from './bpmn-engine/mirror.ts';
import { pathFindings } from './bpmn-engine/paths.ts';

/**
 * What of a process is outside of the subset that bpmn-engine (25.0.1, with bpmn-elements 17.3.0) executes as BPMN
 * asks, each with the element and an Italian sentence. An error keeps the process from being run there; a warning says
 * what holds only because Iter keeps the clock, or what depends on the data. A rule either names a difference that has
 * been seen, or says that the element has not been tried there (`non è tra ciò che vi è stato provato`).
 */
export function portabilityFindings(program: Program): readonly Finding[] {
  const nodes = Object.values(program.nodes);
  return [...nodes.flatMap((node) => rules.flatMap((rule) => rule(node, program))), ...pathFindings(program)];
}

const untried = 'non è tra ciò che vi è stato provato';

type Rule = (node: FlowNode, program: Program) => readonly Finding[];

const rules: readonly Rule[] = [
  elementType,
  repetition,
  quantity,
  compensation,
  inclusiveJoin,
  eventGateway,
  eventDefinition,
  sideEvent,
  longTimer,
  errorEnd,
  defaultFlow,
  ownMessage,
  sentEvent,
];

const unknownTypes: Partial<Readonly<Record<FlowNodeType, string>>> = {
  'bpmn:ComplexGateway': 'un gateway complesso',
  'bpmn:Transaction': 'una transazione',
  'bpmn:AdHocSubProcess': 'un sottoprocesso ad hoc',
  'bpmn:CallActivity': 'la chiamata di un altro processo',
};

function elementType({ id, type, isEventSubProcess, work }: FlowNode): readonly Finding[] {
  if (isEventSubProcess === true) {
    return refused(
      id,
      'event-sub-process',
      'è un sottoprocesso evento, che lì non parte né da un messaggio né da un timer',
    );
  }
  const what = type === 'bpmn:CallActivity' && work?.type !== 'call' ? undefined : unknownTypes[type];
  return what === undefined ? [] : refused(id, 'element-type', `è ${what}, che ${untried}`);
}

function repetition({ id, loop }: FlowNode): readonly Finding[] {
  return loop === undefined ? [] : refused(id, 'repetition', `è una ripetizione, che ${untried}`);
}

function quantity({ id, startQuantity, completionQuantity }: FlowNode): readonly Finding[] {
  if (startQuantity === undefined && completionQuantity === undefined) return [];
  return refused(id, 'quantity', `conta i token (startQuantity, completionQuantity), cosa che ${untried}`);
}

function compensation({ id, isForCompensation }: FlowNode): readonly Finding[] {
  return isForCompensation === true ? refused(id, 'compensation', 'compensa, e lì chi compensa non è atteso') : [];
}

function inclusiveJoin({ id, type, incoming }: FlowNode): readonly Finding[] {
  if (type !== 'bpmn:InclusiveGateway' || incoming.length < 2) return [];
  return refused(id, 'inclusive-join', 'riunisce flussi inclusivi, che lì non si aspettano l’un l’altro');
}

function eventGateway({ id, type, instantiates, needsAllEvents }: FlowNode): readonly Finding[] {
  if (instantiates === true)
    return refused(id, 'beginning', 'apre il processo, e lì lo apre soltanto un inizio semplice');
  if (type !== 'bpmn:EventBasedGateway' || needsAllEvents !== true) return [];
  return refused(id, 'event-gateway', `aspetta tutti i suoi eventi, cosa che ${untried}`);
}

const knownEvents: ReadonlySet<EventDefinition['type']> = new Set([
  'none',
  'message',
  'timer',
  'error',
  'terminate',
  'link',
]);

function eventDefinition({ id, type, event }: FlowNode): readonly Finding[] {
  if (event === undefined) return [];
  if (type === 'bpmn:StartEvent' && event.type !== 'none') {
    return refused(id, 'beginning', 'comincia da un evento, e lì si comincia soltanto da un inizio semplice');
  }
  if (!knownEvents.has(event.type)) return refused(id, 'event', `è un evento «${event.type}», che ${untried}`);
  if (event.type !== 'timer' || event.kind !== 'cycle') return [];
  return refused(id, 'timer-cycle', `è un timer ciclico, che ${untried}`);
}

function sideEvent({ id, interrupting, event }: FlowNode): readonly Finding[] {
  if (interrupting !== false || event?.type === 'timer') return [];
  return refused(id, 'side-event', 'non interrompe e può accadere più volte, ma lì soltanto una');
}

/** The longest delay of a timer of bpmn-engine: that of `setTimeout`, in milliseconds. */
const longestDelay = 2_147_483_647;

function longTimer({ id, event }: FlowNode): readonly Finding[] {
  const isLong = definitionsOf(event).some(
    (each) => each.type === 'timer' && each.kind === 'duration' && lengthOf(each.expression) >= longestDelay,
  );
  if (!isLong) return [];
  const message = `Il timer ${id} dura più di 24,8 giorni: l’orologio di bpmn-engine non lo farebbe scattare, quello di Iter sì.`;
  return [warningAt(id, 'portability.long-timer', message)];
}

function lengthOf(duration: string): number {
  const end = isDuration(duration) ? addDuration('1970-01-01T00:00:00.000Z', duration) : undefined;
  return end === undefined ? 0 : Date.parse(end);
}

function errorEnd({ id, type, event }: FlowNode, program: Program): readonly Finding[] {
  if (type !== 'bpmn:EndEvent' || event?.type !== 'error') return [];
  if (catcherOf(program, id, event.code ?? '') !== undefined) return [];
  return refused(
    id,
    'error-not-caught',
    'solleva un errore che nessuno cattura, e lì il processo non finirebbe in errore',
  );
}

function defaultFlow({ id, type, outgoing, defaultFlow: byDefault }: FlowNode, { flows }: Program): readonly Finding[] {
  if (byDefault === undefined || type === 'bpmn:ExclusiveGateway') return [];
  const isFree = outgoing.some((each) => each !== byDefault && flows[each]?.condition === undefined);
  if (!isFree) return [];
  return refused(id, 'default-flow', 'ha un flusso predefinito accanto a uno senza condizione, e lì il primo si perde');
}

function ownMessage(node: FlowNode, { nodes }: Program): readonly Finding[] {
  const thrown = isThrowing(node) && node.event?.type === 'message' ? node.event.message?.name : undefined;
  if (thrown === undefined) return [];
  const isAwaited = Object.values(nodes).some((other) => !isThrowing(other) && messageOf(other)?.name === thrown);
  if (!isAwaited) return [];
  return refused(
    node.id,
    'own-message',
    `manda il messaggio «${thrown}», che lì arriverebbe anche a questa stessa pratica`,
  );
}

function sentEvent(node: FlowNode): readonly Finding[] {
  if (!isThrowing(node) || node.work === undefined) return [];
  return refused(node.id, 'sent-event', `manda un messaggio con un lavoro esterno, cosa che ${untried}`);
}

function isThrowing({ type }: FlowNode): boolean {
  return type === 'bpmn:IntermediateThrowEvent' || type === 'bpmn:EndEvent';
}

function refused(elementId: string, rule: string, why: string): readonly Finding[] {
  return [errorAt(elementId, `portability.${rule}`, `L’elemento ${elementId} non è portabile su bpmn-engine: ${why}.`)];
}
