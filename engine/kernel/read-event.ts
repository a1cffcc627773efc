import { elementOf, elementsOf, extensionOf, idOf, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { errorAt, notExecutable } from './findings.ts';
import type { EventDefinition, MessageDefinition } from './program.ts';
import type { Finding } from './types.ts';

/** Something read from the diagram, or why it cannot be used. */
export type Reading<T> = { readonly value: T } | { readonly finding: Finding };

/** What an event waits for or does; more than one definition, or one that is not executed yet, is a finding. */
export function readEvent(element: ModdleElement): Reading<EventDefinition> {
  const definitions = [...elementsOf(element, 'eventDefinitions'), ...elementsOf(element, 'eventDefinitionRef')];
  const [definition, second] = definitions;
  if (second !== undefined) return { finding: notExecutable(idOf(element), 'evento con più definizioni') };
  if (definition === undefined) return { value: { type: 'none' } };
  const read = eventReaders[definition.$type];
  return read ? read(element, definition) : { finding: notExecutable(idOf(element), definition.$type) };
}

type EventReader = (element: ModdleElement, definition: ModdleElement) => Reading<EventDefinition>;

const eventReaders: Readonly<Record<string, EventReader>> = {
  'bpmn:TerminateEventDefinition': () => ({ value: { type: 'terminate' } }),
  'bpmn:TimerEventDefinition': readTimer,
  'bpmn:ErrorEventDefinition': readError,
  'bpmn:MessageEventDefinition': (_, definition) => {
    const message = readMessage(definition);
    return { value: message === undefined ? { type: 'message' } : { type: 'message', message } };
  },
};

/** The message that an event definition or receive task refers to; absent when it has none or it has no name. */
export function readMessage(element: ModdleElement): MessageDefinition | undefined {
  const message = elementOf(element, 'messageRef');
  const name = textOf(message, 'name');
  if (name === undefined) return undefined;
  const correlationKey = textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey');
  return correlationKey === undefined ? { name } : { name, correlationKey };
}

function readError(_: ModdleElement, definition: ModdleElement): Reading<EventDefinition> {
  const error = elementOf(definition, 'errorRef');
  if (error === undefined) return { value: { type: 'error' } };
  return { value: { type: 'error', code: textOf(error, 'errorCode') ?? textOf(error, 'name') ?? idOf(error) } };
}

function readTimer(element: ModdleElement, definition: ModdleElement): Reading<EventDefinition> {
  const date = textOf(elementOf(definition, 'timeDate'), 'body');
  if (date !== undefined) return { value: { type: 'timer', kind: 'date', expression: date } };
  const duration = textOf(elementOf(definition, 'timeDuration'), 'body');
  if (duration !== undefined) return { value: { type: 'timer', kind: 'duration', expression: duration } };
  const id = idOf(element);
  if (elementOf(definition, 'timeCycle')) return { finding: notExecutable(id, 'timer ciclico') };
  return {
    finding: errorAt(id, 'timer.time-missing', `Il timer ${id} non dice quando scatta: serve una data o una durata.`),
  };
}
