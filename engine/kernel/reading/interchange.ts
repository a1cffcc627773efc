import { BpmnModdle } from 'bpmn-moddle';
import { isElement } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { zeebeDescriptor } from './zeebe.ts';

/** A BPMN file that has been read so that it can be written again with everything it holds. */
export interface Interchange {
  readonly definitions: ModdleElement;
  /** What could not be read, in the reader's own words. */
  readonly complaints: readonly string[];
  /** The file as XML: every id, foreign extension and reference is there, also those that lead out of the file. */
  write(): Promise<string>;
}

/**
 * Reads a BPMN file for passing it on.
 * @throws Error when the text is no BPMN at all
 */
export async function readForInterchange(xml: string): Promise<Interchange> {
  const moddle = new BpmnModdle({ zeebe: zeebeDescriptor });
  keepExpressionNames(moddle);
  const { rootElement, warnings } = await moddle.fromXML(xml);
  if (!isElement(rootElement)) throw new Error('the file holds no definitions');
  const lost = warnings.filter((warning) => !keepReference(warning));
  return {
    definitions: rootElement,
    complaints: lost.map((warning) => (hasMember(warning, 'message') ? String(warning.message) : String(warning))),
    write: async () => (await moddle.toXML(rootElement, { format: true })).xml,
  };
}

// moddle forgets references that lead nowhere in the file; one with only an id is written out as it was.
function keepReference(warning: unknown): boolean {
  if (!hasMember(warning, 'property') || !hasMember(warning, 'value') || !hasMember(warning, 'element')) return false;
  const { element, property, value } = warning;
  if (typeof property !== 'string' || typeof value !== 'string' || !isElement(element)) return false;
  const name = property.replace(/^bpmn:/, '');
  const others = element[name];
  Object.assign(element, { [name]: Array.isArray(others) ? [...others, { id: value }] : { id: value } });
  return true;
}

// In this one place the standard names the expression by its kind, and moddle would give it another name.
function keepExpressionNames(moddle: BpmnModdle): void {
  const { $descriptor } = moddle.getType('bpmn:ResourceAssignmentExpression');
  for (const property of $descriptor.properties) if (property.name === 'expression') delete property.xml;
}

function hasMember<K extends string>(value: unknown, name: K): value is Readonly<Record<K, unknown>> {
  return typeof value === 'object' && value !== null && name in value;
}
