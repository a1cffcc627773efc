import { isObject, type Draft, type Part } from './draft.ts';
import { freeName, idFor } from './keys.ts';

/** A draft, or where the JSON stops being a form. */
export type Opened = { readonly draft: Draft } | { readonly fault: OpenFault };

/** Why a JSON is no form at all; `at` is the path of the member that is not what it has to be. */
export interface OpenFault {
  readonly code: 'no-object' | 'no-components' | 'bad-component' | 'form-io' | 'flowable';
  readonly at: string;
}

/** True for a version that form-js gives its documents. */
export const isVersion = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value > 0;

/** The makers of other forms in JSON, known by what only they write. */
function makerOf({ display, components, fields }: Readonly<Record<string, unknown>>): OpenFault['code'] | undefined {
  const isFormIo = ['form', 'wizard', 'pdf'].some((name) => display === name) || hasInputs(components);
  if (isFormIo) return 'form-io';
  const all: readonly unknown[] = Array.isArray(fields) ? fields : [];
  return all.some((field) => isObject(field) && 'fieldType' in field) ? 'flowable' : undefined;
}

const hasInputs = (components: unknown): boolean =>
  Array.isArray(components) && components.some((each: unknown) => isObject(each) && typeof each['input'] === 'boolean');

/** The version of form-js' schema that is written into new documents. */
export const SCHEMA_VERSION = 16;

/** An empty form with one page. */
export const emptyDraft = (id: string, pageLabel: string): Draft => ({
  type: 'default',
  id,
  schemaVersion: SCHEMA_VERSION,
  components: [{ type: 'group', id: 'pagina1', label: pageLabel, components: [] }],
});

/**
 * Opens a JSON as a draft. Nothing is refused but what has no components to show, and nothing is dropped; components
 * without an id, or with one that stands twice, are given one. Opening what was opened before changes nothing.
 */
export function openDraft(json: unknown, fallbackId = 'modulo'): Opened {
  if (!isObject(json)) return { fault: { code: 'no-object', at: '' } };
  const maker = makerOf(json);
  if (maker !== undefined) return { fault: { code: maker, at: '' } };
  const { components, schemaVersion } = json;
  if (!Array.isArray(components)) return { fault: { code: 'no-components', at: 'components' } };
  const parts: readonly unknown[] = components;
  const bad = badComponent(parts, 'components');
  if (bad !== undefined) return { fault: { code: 'bad-component', at: bad } };
  const id = typeof json['id'] === 'string' && json['id'] !== '' ? json['id'] : fallbackId;
  const version = isVersion(schemaVersion) ? {} : { schemaVersion: SCHEMA_VERSION };
  return { draft: { type: 'default', ...json, ...version, id, components: named(parts) } };
}

function badComponent(components: readonly unknown[], path: string): string | undefined {
  for (const [index, component] of components.entries()) {
    const at = `${path}[${index}]`;
    if (!isObject(component) || typeof component['type'] !== 'string') return at;
    const inner = component['components'];
    if (inner === undefined) continue;
    if (!Array.isArray(inner)) return `${at}.components`;
    const bad = badComponent(inner, `${at}.components`);
    if (bad !== undefined) return bad;
  }
  return undefined;
}

/** Ids that the file gives come first, so that an id made here never takes one of them away. */
function named(components: readonly unknown[]): readonly Part[] {
  const taken = new Set(givenIds(components));
  const seen = new Set<string>();
  const nameOne = (component: unknown): Part => {
    // Checked by `badComponent`: an object with a type.
    const part = component as Part;
    const given = typeof part.id === 'string' && part.id !== '' ? part.id : undefined;
    const isOwn = given !== undefined && !seen.has(given);
    const id = isOwn ? given : freeName(given ?? idFor(part), new Set([...taken, ...seen]));
    seen.add(id);
    return { ...part, id, ...(part.components && { components: part.components.map(nameOne) }) };
  };
  return components.map(nameOne);
}

function givenIds(components: readonly unknown[]): readonly string[] {
  return components.filter(isObject).flatMap((component) => {
    const inner = component['components'];
    const own = component['id'];
    return [...(typeof own === 'string' ? [own] : []), ...(Array.isArray(inner) ? givenIds(inner) : [])];
  });
}
