import { elementOf, elementsOf, extensionOf, idOf, textOf } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { feelText } from '../../rules/feel.ts';
import type { EventDefinition, MessageDefinition } from '../event-definition.ts';
import type { Surroundings } from './surroundings.ts';
import { errorAt } from '../../findings/finding.ts';
import type { Finding } from '../../findings/finding.ts';

/** Something read from the diagram; with a finding, what stands for it as long as the diagram is being drawn. */
export interface Reading<T> {
  readonly value: T;
  readonly finding?: Finding;
}

/** What an event waits for or does. */
export function readEvent(element: ModdleElement, around: Surroundings): Reading<EventDefinition> {
  const definitions = [...elementsOf(element, 'eventDefinitions'), ...elementsOf(element, 'eventDefinitionRef')];
  const readings = definitions.map((definition) => readDefinition(element, definition, around));
  const [first, second] = readings;
  if (first === undefined) return { value: { type: 'none' } };
  if (second === undefined) return first;
  const finding = readings.find((reading) => reading.finding !== undefined)?.finding;
  const events = readings.map(({ value }) => value);
  const needsAll = element.parallelMultiple === true;
  return { value: { type: 'multiple', needsAll, events }, ...(finding !== undefined && { finding }) };
}

/** A single definition of an event, wherever it stands. */
export function readDefinition(
  element: ModdleElement,
  definition: ModdleElement,
  around: Surroundings,
): Reading<EventDefinition> {
  const read = eventReaders[definition.$type];
  if (read !== undefined) return read(element, definition, around);
  return {
    value: { type: 'none' },
    finding: errorAt(idOf(element), 'bpmn.not-executable', { type: definition.$type }),
  };
}

type EventReader = (
  element: ModdleElement,
  definition: ModdleElement,
  around: Surroundings,
) => Reading<EventDefinition>;

const eventReaders: Readonly<Record<string, EventReader>> = {
  'bpmn:TerminateEventDefinition': () => ({ value: { type: 'terminate' } }),
  'bpmn:CancelEventDefinition': () => ({ value: { type: 'cancel' } }),
  'bpmn:TimerEventDefinition': readTimer,
  'bpmn:SignalEventDefinition': readSignal,
  'bpmn:ConditionalEventDefinition': readCondition,
  'bpmn:LinkEventDefinition': (_, definition) => ({ value: { type: 'link', name: textOf(definition, 'name') ?? '' } }),
  'bpmn:ErrorEventDefinition': (_, definition) => ({
    value: { type: 'error', ...codeOf(elementOf(definition, 'errorRef'), 'errorCode') },
  }),
  'bpmn:EscalationEventDefinition': (_, definition) => ({
    value: { type: 'escalation', ...codeOf(elementOf(definition, 'escalationRef'), 'escalationCode') },
  }),
  'bpmn:CompensateEventDefinition': readCompensation,
  'bpmn:MessageEventDefinition': (element, definition, around) => {
    const message = readMessage(element, definition, around);
    return { value: message === undefined ? { type: 'message' } : { type: 'message', message } };
  },
};

/**
 * The message that an event definition or task refers to, else the one that a message flow at the element carries;
 * absent when there is neither.
 */
export function readMessage(
  element: ModdleElement,
  reference: ModdleElement,
  { carried }: Surroundings,
): MessageDefinition | undefined {
  const named = elementOf(reference, 'messageRef');
  const flow = carried.get(idOf(element));
  const message = named ?? flow?.element;
  const name = named === undefined ? flow?.name : (textOf(named, 'name') ?? idOf(named));
  if (name === undefined || name === '') return undefined;
  const correlationKey = textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey');
  return correlationKey === undefined ? { name } : { name, correlationKey };
}

// A code that is not written down is the name, else the id, of what is referred to.
function codeOf(referred: ModdleElement | undefined, property: string): { readonly code?: string } {
  if (referred === undefined) return {};
  return { code: textOf(referred, property) ?? textOf(referred, 'name') ?? idOf(referred) };
}

function readSignal(element: ModdleElement, definition: ModdleElement): Reading<EventDefinition> {
  const signal = elementOf(definition, 'signalRef');
  if (signal !== undefined) return { value: { type: 'signal', signal: textOf(signal, 'name') ?? idOf(signal) } };
  const id = idOf(element);
  return { value: { type: 'signal', signal: id }, finding: errorAt(id, 'signal.missing') };
}

function readCondition(element: ModdleElement, definition: ModdleElement): Reading<EventDefinition> {
  const condition = textOf(elementOf(definition, 'condition'), 'body');
  if (condition !== undefined) return { value: { type: 'condition', condition: feelText(condition) } };
  const id = idOf(element);
  return { value: { type: 'condition', condition: 'false' }, finding: errorAt(id, 'condition.missing') };
}

function readCompensation(_: ModdleElement, definition: ModdleElement): Reading<EventDefinition> {
  const activity = idOf(elementOf(definition, 'activityRef'));
  const waits = definition.waitForCompletion !== false;
  return { value: { type: 'compensation', waits, ...(activity !== '' && { activity }) } };
}

const timerKinds = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
] as const;

function readTimer(element: ModdleElement, definition: ModdleElement): Reading<EventDefinition> {
  for (const [property, kind] of timerKinds) {
    const expression = textOf(elementOf(definition, property), 'body');
    if (expression !== undefined) return { value: { type: 'timer', kind, expression } };
  }
  const id = idOf(element);
  const value = { type: 'timer', kind: 'duration', expression: 'P1D' } as const;
  return { value, finding: errorAt(id, 'timer.time-missing') };
}
