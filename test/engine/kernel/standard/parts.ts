import { end, path, process, raw, start } from '../../../support/bpmn.ts';

/** A diagram that breaks a rule of the standard, and the nearest ones that do not. */
export interface StandardCase {
  readonly fact: string;
  readonly rule: string;
  /** The element that the finding is about. */
  readonly at: string;
  readonly level: 'error' | 'warning';
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** A process from `s` by `a` to `e`, whose inside and surroundings are given as XML. */
export const around = (inside: string, top = ''): string =>
  process('p', start('s'), raw(inside, top), end('e'), ...path('s', 'a', 'e'));

/** A process with nothing but what is given. */
export const only = (inside: string, top = ''): string => process('p', raw(inside, top));

/** A sequence flow; what is inside it may be given. */
export const to = (source: string, target: string, inside = ''): string =>
  `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</bpmn:sequenceFlow>`;

/** The condition of a flow, as it stands. */
export const when = (body: string, attributes = ''): string =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" ${attributes}>${body}</bpmn:conditionExpression>`;

/** An event: `on('startEvent', 's', 'message')`. */
export const on = (type: string, id: string, kind: string): string =>
  `<bpmn:${type} id="${id}"><bpmn:${kind}EventDefinition/></bpmn:${type}>`;

/** A task that passes. */
export const task = (id: string, inside = ''): string => `<bpmn:task id="${id}">${inside}</bpmn:task>`;

export const data = (type: string, id: string, item?: string): string =>
  `<bpmn:${type} id="${id}"${item === undefined ? '' : ` itemSubjectRef="${item}"`}/>`;

/** Three descriptions of data: `one` and `same` have the same structure, `two` has another. */
export const items =
  '<bpmn:itemDefinition id="one" structureRef="xs:one"/><bpmn:itemDefinition id="same" structureRef="xs:one"/>' +
  '<bpmn:itemDefinition id="two" structureRef="xs:two"/>';

/** What an activity takes in and gives out; each item in its set. */
export function exchanged(inputs: readonly string[], outputs: readonly string[] = [], sets = 1): string {
  const refs = (side: string, count: number) =>
    Array.from({ length: count }, (_, index) => `<bpmn:data${side}Refs>${side}${index}</bpmn:data${side}Refs>`).join(
      '',
    );
  const set = (side: string, count: number) =>
    `<bpmn:${side.toLowerCase()}Set>${refs(side, count)}</bpmn:${side.toLowerCase()}Set>`;
  return (
    `<bpmn:ioSpecification>${inputs.map((item, index) => data('dataInput', `Input${index}`, item)).join('')}` +
    `${outputs.map((item, index) => data('dataOutput', `Output${index}`, item)).join('')}` +
    `${set('Input', inputs.length).repeat(sets)}${set('Output', outputs.length).repeat(sets)}</bpmn:ioSpecification>`
  );
}

export const messages = '<bpmn:message id="m1" name="m1"/><bpmn:message id="m2" name="m2"/>';

export const caught = (id: string, message: string): string =>
  `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition messageRef="${message}"/></bpmn:intermediateCatchEvent>`;

/** An event-based gateway `a` with two events after it. */
export function awaiting(attributes: string, inside: string, flows: string): string {
  const events = caught('x', 'm1') + caught('y', 'm2') + to('x', 'e') + to('y', 'e');
  return only(
    `<bpmn:startEvent id="s"/><bpmn:eventBasedGateway id="a" ${attributes}/>${events}${inside}<bpmn:endEvent id="e"/>${flows}`,
    messages,
  );
}

export const timer = (inside: string): string =>
  around(
    `<bpmn:intermediateCatchEvent id="a"><bpmn:timerEventDefinition>${inside}</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`,
  );

export const timed = (property: string, text: string): string =>
  `<bpmn:${property} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${property}>`;

export const block = (inside: string, attributes = ''): string =>
  around(`<bpmn:subProcess id="a" ${attributes}>${inside}</bpmn:subProcess>`);

export const choosing = (type: string, first: string): string =>
  only(
    `<bpmn:startEvent id="s"/><bpmn:${type} id="a"/>${task('b')}${task('c')}<bpmn:endEvent id="e"/>` +
      `${to('s', 'a')}${to('a', 'b', first)}${to('a', 'c')}${to('b', 'e')}${to('c', 'e')}`,
  );

export const from = (id: string): string => `<bpmn:sourceRef>${id}</bpmn:sourceRef>`;

export const side = '<bpmn:timerEventDefinition>' + timed('timeDuration', 'P1D') + '</bpmn:timerEventDefinition>';

export const beside = (definition: string, attributes = ''): string =>
  around(
    `${task('a')}<bpmn:boundaryEvent id="b" attachedToRef="a" ${attributes}>${definition}</bpmn:boundaryEvent>${to('b', 'e')}`,
  );
