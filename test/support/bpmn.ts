/**
 * Builds BPMN XML for tests: `process('p', start('s'), userTask('a'), end('e'), ...path('s', 'a', 'e'))`.
 * Texts are escaped; ids of flows are `source-target`.
 */

/** A piece of XML; `top` goes beside the process instead of into it. */
export interface Piece {
  readonly xml: string;
  readonly top?: string;
}

/** What may be said about a task beside its id. */
export interface TaskOptions {
  readonly name?: string;
  readonly form?: string;
  readonly assignee?: string;
  readonly groups?: string;
  readonly users?: string;
  readonly due?: string;
  readonly job?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly decision?: string;
  readonly script?: string;
  readonly result?: string;
  readonly default?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** What an event waits for or does. */
export interface EventOptions {
  readonly name?: string;
  readonly message?: string;
  readonly key?: string;
  readonly date?: string;
  readonly duration?: string;
  /** An error code; empty catches every error. */
  readonly error?: string;
  readonly terminate?: boolean;
  readonly job?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  /** The activity on whose border it is. */
  readonly host?: string;
  /** Whether that activity goes on when it happens. */
  readonly lets?: 'go-on';
}

/** A whole file with one executable process. */
export function process(id: string, ...pieces: readonly Piece[]): string {
  const tops = [...new Set(pieces.map(({ top }) => top ?? ''))].join('');
  return (
    `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions ${namespaces} id="definitions" targetNamespace="test">` +
    `<bpmn:process id="${id}" name="${id}" isExecutable="true">${inner(pieces)}</bpmn:process>${tops}</bpmn:definitions>`
  );
}

/** A piece of XML as it stands. */
export function raw(xml: string, top?: string): Piece {
  return top === undefined ? { xml } : { xml, top };
}

/** A sequence flow with an optional FEEL condition. */
export function flow(source: string, target: string, condition?: string): Piece {
  const id = `${source}-${target}`;
  const body =
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escape(condition)}</bpmn:conditionExpression>`;
  return raw(`<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${body}</bpmn:sequenceFlow>`);
}

/** Flows from each id to the next one. */
export function path(...ids: readonly string[]): readonly Piece[] {
  return ids.slice(1).map((target, index) => flow(ids[index] ?? '', target));
}

/** Any kind of task: `task('userTask', 'a', …)`. */
export function task(type: string, id: string, options: TaskOptions = {}): Piece {
  const extensions = [
    options.form && tag('zeebe:formDefinition', { formId: options.form }),
    assignment(options),
    options.due && tag('zeebe:taskSchedule', { dueDate: options.due }),
    options.job && tag('zeebe:taskDefinition', { type: options.job }),
    options.headers && headers(options.headers),
    options.decision && tag('zeebe:calledDecision', { decisionId: options.decision, resultVariable: options.result }),
    options.script && tag('zeebe:script', { expression: options.script, resultVariable: options.result }),
    mappings(options),
  ];
  return raw(element(`bpmn:${type}`, { id, name: options.name, default: options.default }, extended(extensions)));
}

/** A user task. */
export const userTask = (id: string, options?: TaskOptions): Piece => task('userTask', id, options);

/** A service task whose job type is its id unless given. */
export const serviceTask = (id: string, options?: TaskOptions): Piece =>
  task('serviceTask', id, { job: id, ...options });

/** A task that passes at once. */
export const plainTask = (id: string, options?: TaskOptions): Piece => task('task', id, options);

/** A script task: FEEL and the variable that receives its value. */
export const scriptTask = (id: string, script: string, result?: string): Piece =>
  task('scriptTask', id, { script, ...(result !== undefined && { result }) });

/** A receive task for a message. */
export function receiveTask(id: string, message: string, key?: string): Piece {
  return raw(`<bpmn:receiveTask id="${id}" messageRef="${messageId(message)}"/>`, messageXml(message, key));
}

/** A gateway: `gateway('exclusiveGateway', 'g', 'default-flow')`. */
export function gateway(type: string, id: string, defaultFlow?: string): Piece {
  return raw(element(`bpmn:${type}`, { id, default: defaultFlow }, ''));
}

/** Any kind of event: `event('intermediateCatchEvent', 'e', { duration: 'P1D' })`. */
export function event(type: string, id: string, options: EventOptions = {}): Piece {
  const { name, host, lets } = options;
  const attributes = { id, name, attachedToRef: host, cancelActivity: lets === 'go-on' ? 'false' : undefined };
  const extensions = [options.job && tag('zeebe:taskDefinition', { type: options.job }), mappings(options)];
  const definition = definitionOf(options);
  const xml = element(`bpmn:${type}`, attributes, extended(extensions) + (definition?.xml ?? ''));
  return raw(xml, definition?.top);
}

/** A start event. */
export const start = (id: string, options?: EventOptions): Piece => event('startEvent', id, options);

/** An end event. */
export const end = (id: string, options?: EventOptions): Piece => event('endEvent', id, options);

/** An intermediate catch event. */
export const catchEvent = (id: string, options: EventOptions): Piece => event('intermediateCatchEvent', id, options);

/** An event on the border of an activity that interrupts it. */
export const boundary = (id: string, host: string, options: EventOptions): Piece =>
  event('boundaryEvent', id, { ...options, host });

/** An event on the border of an activity that lets it go on. */
export const sideBoundary = (id: string, host: string, options: EventOptions): Piece =>
  event('boundaryEvent', id, { ...options, host, lets: 'go-on' });

/** An embedded sub-process. */
export function subProcess(id: string, options: TaskOptions, ...pieces: readonly Piece[]): Piece {
  const tops = pieces.map(({ top }) => top ?? '').join('');
  const xml = element('bpmn:subProcess', { id }, extended([mappings(options)]) + inner(pieces));
  return tops === '' ? raw(xml) : raw(xml, tops);
}

type Attributes = Readonly<Record<string, string | undefined>>;
type Extension = string | false | undefined;

const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:iter="urn:iter:bpmn:1"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

function inner(pieces: readonly Piece[]): string {
  return pieces.map(({ xml }) => xml).join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function element(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(value ?? '')}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

function tag(name: string, attributes: Attributes): string {
  return element(name, attributes, '');
}

function extended(extensions: readonly Extension[]): string {
  const content = extensions.filter(Boolean).join('');
  return content === '' ? '' : `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;
}

function assignment({ assignee, groups, users }: TaskOptions): Extension {
  if (assignee === undefined && groups === undefined && users === undefined) return undefined;
  return tag('zeebe:assignmentDefinition', { assignee, candidateGroups: groups, candidateUsers: users });
}

function headers(entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map(([key, value]) => tag('zeebe:header', { key, value }));
  return element('zeebe:taskHeaders', {}, lines.join(''));
}

function mappings({ inputs = {}, outputs = {} }: Pick<TaskOptions, 'inputs' | 'outputs'>): Extension {
  const lines = [
    ...Object.entries(inputs).map(([target, source]) => tag('zeebe:input', { source, target })),
    ...Object.entries(outputs).map(([target, source]) => tag('zeebe:output', { source, target })),
  ];
  return lines.length > 0 && element('zeebe:ioMapping', {}, lines.join(''));
}

function definitionOf(options: EventOptions): Piece | undefined {
  if (options.terminate) return raw('<bpmn:terminateEventDefinition/>');
  if (options.message !== undefined) {
    const reference = `<bpmn:messageEventDefinition messageRef="${messageId(options.message)}"/>`;
    return raw(reference, messageXml(options.message, options.key));
  }
  if (options.error === '') return raw('<bpmn:errorEventDefinition/>');
  if (options.error !== undefined) {
    const id = `error_${options.error}`;
    const top = `<bpmn:error id="${id}" name="${options.error}" errorCode="${options.error}"/>`;
    return raw(`<bpmn:errorEventDefinition errorRef="${id}"/>`, top);
  }
  if (options.date !== undefined) return timer('timeDate', options.date);
  return options.duration === undefined ? undefined : timer('timeDuration', options.duration);
}

function timer(kind: string, text: string): Piece {
  const body = `<bpmn:${kind} xsi:type="bpmn:tFormalExpression">${escape(text)}</bpmn:${kind}>`;
  return raw(`<bpmn:timerEventDefinition>${body}</bpmn:timerEventDefinition>`);
}

function messageId(name: string): string {
  return `message_${name.replace(/\W/g, '_')}`;
}

function messageXml(name: string, key: string | undefined): string {
  const extension = extended([key !== undefined && tag('zeebe:subscription', { correlationKey: key })]);
  return element('bpmn:message', { id: messageId(name), name }, extension);
}

/** A user task that is opened once for each item of a list, all at once; expressions see the item. */
export function forEach(item: string, collection: string, { xml, ...rest }: Piece): Piece {
  const list = tag('zeebe:loopCharacteristics', { inputCollection: collection, inputElement: item });
  const loop = element('bpmn:multiInstanceLoopCharacteristics', {}, extended([list]));
  return { ...rest, xml: xml.replace(/<\/bpmn:userTask>$/, `${loop}</bpmn:userTask>`) };
}
