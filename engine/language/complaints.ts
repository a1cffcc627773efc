import { errorAt } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { elementOf, idOf, readXmlComplaint, textOf } from '../rules/moddle.ts';
import type { ModdleElement } from '../rules/moddle.ts';
import { typeOf } from './descriptor.ts';
import type { Extension } from './extension.ts';

/**
 * Extension elements and attributes with a name that the dialect does not have, told from the complaints of the parser,
 * which drops them. Complaints about anything else are left to the compiler.
 */
export function misnamed(complaints: readonly unknown[], dialect: readonly Extension[]): readonly Finding[] {
  return complaints.flatMap(
    (complaint) => strangeElement(complaint, dialect) ?? strangeAttribute(complaint, dialect) ?? [],
  );
}

function strangeElement(complaint: unknown, dialect: readonly Extension[]): Finding | undefined {
  const { reason, line } = readXmlComplaint(complaint);
  const tag = /unknown type <(iter:[^>]+)>/.exec(reason)?.[1];
  if (tag === undefined) return undefined;
  const known = dialect.map(({ name }) => `iter:${name}`);
  const named = tag.replace(/^(iter:)(.)/, (_whole, prefix: string, letter: string) => prefix + letter.toLowerCase());
  return errorAt(undefined, 'language.unknown', { tag: named, known, ...(line !== undefined && { line }) });
}

function strangeAttribute(complaint: unknown, dialect: readonly Extension[]): Finding | undefined {
  if (!isComplaint(complaint)) return undefined;
  const element = elementOf(complaint, 'element');
  const extension = dialect.find((each) => typeOf(each) === element?.$type);
  const attribute =
    textOf(complaint, 'property') ?? /unknown attribute <(.+)>/.exec(textOf(complaint, 'message') ?? '')?.[1];
  if (!element || !extension || attribute === undefined) return undefined;
  const elementId = idOf(elementOf(elementOf(element, '$parent'), '$parent'));
  const known = extension.attributes.map(({ name }) => name);
  return { ...errorAt(elementId, 'language.attribute-unknown', { extension: extension.name, known }), attribute };
}

// A complaint is no element, but it is read by the same careful functions.
function isComplaint(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null;
}
