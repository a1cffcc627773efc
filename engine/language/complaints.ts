import type { Finding } from '../kernel/types.ts';
import { elementOf, idOf, readXmlComplaint, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { tagOf } from './checks.ts';
import type { Extension } from './extension.ts';

/**
 * Extension elements and attributes with a name that the dialect does not have, told from the complaints of the parser,
 * which drops them. Complaints about anything else are left to the compiler.
 */
export function misnamed(complaints: readonly unknown[], extensions: readonly Extension[]): readonly Finding[] {
  return complaints.flatMap(
    (complaint) => strangeElement(complaint, extensions) ?? strangeAttribute(complaint, extensions) ?? [],
  );
}

function strangeElement(complaint: unknown, extensions: readonly Extension[]): Finding | undefined {
  const { reason, line } = readXmlComplaint(complaint);
  const type = /unknown type <(iter:[^>]+)>/.exec(reason)?.[1];
  if (type === undefined) return undefined;
  const place = line === undefined ? 'Nel diagramma' : `Alla riga ${line} del diagramma`;
  const known = extensions.map((extension) => tagOf(extension.type)).join(', ');
  const message = `${place} c’è un elemento ${tagOf(type)}, che non esiste; quelli conosciuti sono ${known}.`;
  return { rule: 'language.unknown', level: 'error', message };
}

function strangeAttribute(complaint: unknown, extensions: readonly Extension[]): Finding | undefined {
  if (!isComplaint(complaint)) return undefined;
  const element = elementOf(complaint, 'element');
  const extension = extensions.find(({ type }) => type === element?.$type);
  const attribute =
    textOf(complaint, 'property') ?? /unknown attribute <(.+)>/.exec(textOf(complaint, 'message') ?? '')?.[1];
  if (!element || !extension || attribute === undefined) return undefined;
  const elementId = idOf(elementOf(elementOf(element, '$parent'), '$parent'));
  const known = extension.attributes.join(', ');
  const message = `In ${elementId} l’elemento ${tagOf(extension.type)} ha un attributo ${attribute}, che non esiste; quelli conosciuti sono ${known}.`;
  return { rule: 'language.attribute-unknown', level: 'error', elementId, message };
}

// A complaint is no element, but it is read by the same careful functions.
function isComplaint(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null;
}
