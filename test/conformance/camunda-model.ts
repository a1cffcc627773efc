import { escapeXml, replaceBodies } from './files.ts';
import { juelToFeel } from './juel.ts';

/* eslint-disable max-params -- replacers get a parameter for each group of their pattern */

/**
 * A Camunda model with what the readme of its cases asks for: ids where there are none, references without prefix,
 * expressions in FEEL, service tasks as jobs, receive tasks without message that can be triggered by their id, lists of
 * multi-instance activities by name, and the variables of calls.
 */
export function adaptCamunda(xml: string): string {
  const steps = [withoutPrefixes, withFlowIds, withLists, withFeel, withJobs, withTriggers, withCalls];
  return steps.reduce((text, step) => step(text), xml);
}

const zeebe = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';

function withoutPrefixes(xml: string): string {
  return xml.replace(/(\s\w+Ref=")[\w-]+:([^"]+")/g, '$1$2');
}

function withFlowIds(xml: string): string {
  let count = 0;
  return xml.replace(/<((?:[\w-]+:)?)sequenceFlow(\s[^>]*)/g, (all, prefix: string, attributes: string) => {
    count += 1;
    return /\sid=/.test(attributes) ? all : `<${prefix}sequenceFlow id="flow_${count}"${attributes}`;
  });
}

function withLists(xml: string): string {
  const list =
    /<((?:[\w-]+:)?)loopDataInputRef>([^<]*)<\/[^>]*>\s*(?:<(?:[\w-]+:)?inputDataItem\s+name="([^"]*)"\s*\/>)?/g;
  return xml.replace(list, (_all, prefix: string, name: string, item = '') => {
    const loop = `<zeebe:loopCharacteristics ${zeebe} inputCollection="= ${name.trim()}" inputElement="${item}"/>`;
    return `<${prefix}extensionElements>${loop}</${prefix}extensionElements>`;
  });
}

function withFeel(xml: string): string {
  const names = ['conditionExpression', 'condition', 'loopCondition', 'loopCardinality', 'completionCondition'];
  return replaceBodies(xml, names, juelToFeel);
}

function withJobs(xml: string): string {
  const bare = xml.replace(
    /<((?:[\w-]+:)?)extensionElements>(?:\s*<camunda:field[^>]*\/>)+\s*<\/\1extensionElements>/g,
    '',
  );
  return openings(bare, 'serviceTask', (_id, prefix) => {
    return `<${prefix}extensionElements><zeebe:taskDefinition ${zeebe} type="noop"/></${prefix}extensionElements>`;
  });
}

function withTriggers(xml: string): string {
  const ids: string[] = [];
  const triggered = xml.replace(
    /<((?:[\w-]+:)?)receiveTask(\s[^>]*?)(\/?)>/g,
    (all, prefix: string, attributes: string, end: string) => {
      const id = /\sid="([^"]*)"/.exec(attributes)?.[1] ?? '';
      if (/messageRef=/.test(attributes)) return all;
      ids.push(id);
      return `<${prefix}receiveTask${attributes} messageRef="trigger_${id}"${end}>`;
    },
  );
  const messages = ids.map(
    (id) => `<message xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="trigger_${id}" name="trigger_${id}"/>`,
  );
  return triggered.replace(/<\/((?:[\w-]+:)?)definitions>/, `${messages.join('')}</$1definitions>`);
}

function withCalls(xml: string): string {
  return xml.replace(
    /<((?:[\w-]+:)?)callActivity(\s[^>]*[^/])>([\s\S]*?)<\/\1callActivity>/g,
    (all, prefix: string, attributes: string, body: string) => {
      const inputs = linesOf(body, 'in').map((line) => mapping('input', line));
      const lines = linesOf(body, 'out');
      const outputs = lines.filter(isExpression).map((line) => mapping('output', line));
      const copies = lines.filter((line) => !isExpression(line)).map((line) => copy(line, prefix));
      if (inputs.length + lines.length === 0) return all;
      const rest = body.replace(/<((?:[\w-]+:)?)extensionElements>[\s\S]*?<\/\1extensionElements>/, '');
      const called = `<zeebe:calledElement ${zeebe} propagateAllParentVariables="false" propagateAllChildVariables="false"/>`;
      const map = `<zeebe:ioMapping ${zeebe}>${inputs.join('')}${outputs.join('')}</zeebe:ioMapping>`;
      return `<${prefix}callActivity${attributes}><${prefix}extensionElements>${called}${map}</${prefix}extensionElements>${copies.join('')}${rest}</${prefix}callActivity>`;
    },
  );
}

function linesOf(body: string, name: string): readonly string[] {
  return [...body.matchAll(new RegExp(`<camunda:${name}\\s([^>]*)/>`, 'g'))].map(([, attributes = '']) => attributes);
}

function isExpression(attributes: string): boolean {
  return /(?:^|\s)sourceExpression\s*=/.test(attributes);
}

function mapping(name: string, attributes: string): string {
  const source = attributeOf(attributes, 'source') ?? juelToFeel(attributeOf(attributes, 'sourceExpression') ?? '');
  return `<zeebe:${name} source="${escapeXml(`= ${source}`)}" target="${attributeOf(attributes, 'target') ?? ''}"/>`;
}

// What comes back by name comes back if it is there: a data association.
function copy(attributes: string, prefix: string): string {
  const [source, target] = [attributeOf(attributes, 'source') ?? '', attributeOf(attributes, 'target') ?? ''];
  const ids = [source, target].map((name) => `copied_${source}_${target}_${name}`);
  const ends = [source, target].map((name, index) => `<${prefix}property id="${ids[index]}" name="${name}"/>`);
  const references = `<${prefix}sourceRef>${ids[0]}</${prefix}sourceRef><${prefix}targetRef>${ids[1]}</${prefix}targetRef>`;
  return `${ends.join('')}<${prefix}dataOutputAssociation>${references}</${prefix}dataOutputAssociation>`;
}

function attributeOf(attributes: string, key: string): string | undefined {
  return new RegExp(`(?:^|\\s)${key}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1];
}

function openings(xml: string, name: string, content: (id: string, prefix: string) => string): string {
  const pattern = new RegExp(`<((?:[\\w-]+:)?)${name}(\\s[^>]*?)(/?)>`, 'g');
  return xml.replace(pattern, (_all, prefix: string, attributes: string, end: string) => {
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const inside = content(id, prefix);
    return end === '/'
      ? `<${prefix}${name}${attributes}>${inside}</${prefix}${name}>`
      : `<${prefix}${name}${attributes}>${inside}`;
  });
}
