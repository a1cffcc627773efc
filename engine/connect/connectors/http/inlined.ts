import type { Json } from '../../../../forms/schema/document.ts';

/** References inside each other; a schema that holds itself is cut there and takes anything. */
const MOST_REFERENCES = 12;

/** A part of a document with its references into the same document written out; one that leads nowhere is empty. */
export function inlined(document: Json, part: Json, depth = 0): Json {
  if (Array.isArray(part)) return part.map((each: Json) => inlined(document, each, depth));
  if (typeof part !== 'object' || part === null) return part;
  const reference = '$ref' in part ? part['$ref'] : undefined;
  if (typeof reference === 'string') {
    return depth >= MOST_REFERENCES ? {} : inlined(document, target(document, reference), depth + 1);
  }
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, inlined(document, inner, depth)]));
}

// Other files and addresses are never read.
function target(document: Json, reference: string): Json {
  if (!reference.startsWith('#/')) return {};
  const steps = reference
    .slice(2)
    .split('/')
    .map((step) => decodeURIComponent(step.replaceAll('~1', '/').replaceAll('~0', '~')));
  let found: Json | undefined = document;
  for (const step of steps) found = memberOf(found, step);
  return found ?? {};
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const member: Json | undefined = Object.entries(value).find(([key]) => key === name)?.[1];
  return member;
}
