import { BpmnModdle } from 'bpmn-moddle';
import { elementOf, idOf, isElement, readXmlComplaint } from '../../rules/moddle.ts';
import type { ModdleElement } from '../../rules/moddle.ts';
import { idAround } from './checks/text.ts';
import { errorAt, warningAt } from '../../findings/finding.ts';
import type { Finding } from '../../findings/finding.ts';
import { zeebeDescriptor } from './zeebe.ts';

/** A parsed BPMN file; `definitions` is absent when the text cannot be read at all. */
export interface ReadXml {
  readonly definitions?: ModdleElement;
  readonly findings: readonly Finding[];
  /** What the parser says about elements of the dialects, in its own words: their meaning is known elsewhere. */
  readonly complaints: readonly unknown[];
}

/** Extension elements beside those of Zeebe: moddle descriptors by prefix. */
export type Dialects = Readonly<Record<string, object>>;

/**
 * Parses BPMN XML with the Zeebe extensions and those of the dialects; anything else that is foreign in extension
 * elements is kept and not looked at.
 */
export async function readXml(xml: string, dialects: Dialects = {}): Promise<ReadXml> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ zeebe: zeebeDescriptor, ...dialects }).fromXML(xml);
    const prefixes = Object.keys(dialects);
    const complaints = warnings.filter((warning) => isAbout(warning, prefixes));
    const findings = warnings
      .filter((warning) => !complaints.includes(warning))
      .map((warning) => findingOf(warning, xml));
    return { findings, complaints, ...(isElement(rootElement) && { definitions: rootElement }) };
  } catch (error) {
    return { findings: [unreadable(error)], complaints: [] };
  }
}

/** Whether a warning is about an element of one of the dialects, or one that a dialect does not have. */
function isAbout(warning: unknown, prefixes: readonly string[]): boolean {
  const element = isWarning(warning) ? elementOf(warning, 'element') : undefined;
  const type = element?.$type ?? /unknown type <([^>]+)>/.exec(readXmlComplaint(warning).reason)?.[1];
  return prefixes.some((prefix) => type?.startsWith(`${prefix}:`));
}

function unreadable(error: unknown): Finding {
  return errorAt(undefined, 'bpmn.parse', readXmlComplaint(error));
}

function findingOf(warning: unknown, xml: string): Finding {
  const complaint = readXmlComplaint(warning);
  const { reason, line } = complaint;
  const reference = /unresolved reference <(.*)>/.exec(reason)?.[1];
  if (reference !== undefined) return missingReference(reference, warning);
  const duplicate = /duplicate ID <(.*)>/.exec(reason)?.[1];
  if (duplicate !== undefined) {
    return errorAt(duplicate, 'bpmn.duplicate-id', line === undefined ? {} : { line });
  }
  if (reason.includes('document encoding')) return warningAt(undefined, 'bpmn.encoding', { reason });
  return warningAt(bearerOf(warning, xml), 'bpmn.content', complaint);
}

// An attribute comes with its element; of an element the reader tells the line and column.
function bearerOf(warning: unknown, xml: string): string | undefined {
  const element = isWarning(warning) ? elementOf(warning, 'element') : undefined;
  if (element !== undefined) return idOf(element) || undefined;
  const text = isWarning(warning) && typeof warning.message === 'string' ? warning.message : '';
  const [, line, column] = /line: (\d+)\s+column: (\d+)/.exec(text) ?? [];
  if (line === undefined || column === undefined) return undefined;
  const before = xml.split('\n').slice(0, Number(line)).join('\n').length;
  return idAround(xml, before + Number(column) + (Number(line) > 0 ? 1 : 0));
}

function missingReference(reference: string, warning: unknown): Finding {
  const element = isWarning(warning) ? elementOf(warning, 'element') : undefined;
  const id = idOf(element);
  const drawn = element?.$type.startsWith('bpmndi:') === true;
  return (drawn ? warningAt : errorAt)(id === '' ? undefined : id, 'bpmn.reference-missing', { reference });
}

// A warning is no element, but it is read by the same careful functions.
function isWarning(warning: unknown): warning is ModdleElement {
  return typeof warning === 'object' && warning !== null;
}
