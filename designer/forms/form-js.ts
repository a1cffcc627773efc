import { type Draft, insideOf, isObject, keyMember, keyOf, type Part, textAt } from './model/draft.ts';
import { nameOf } from './model/find.ts';
import { settledDraft } from './model/following.ts';
import { freeName, isGoodKey, keyFrom } from './model/keys.ts';
import { isVersion, openDraft, SCHEMA_VERSION, type OpenFault } from './model/open.ts';
import { mapParts, placedPart, placedParts } from './model/tree.ts';
import { convertPart } from './form-js/convert.ts';
import { changing, restored } from './form-js/kept.ts';
import type { Notice } from './form-js/notices.ts';
import { followPaths, listsAround, nestedPath, nests, type PathChange } from './form-js/paths.ts';

/** A form of Camunda's editor as a draft of ours, with what could not be taken over as it was; or why it is no form. */
export type Import = { readonly draft: Draft; readonly notices: readonly Notice[] } | { readonly fault: OpenFault };

/**
 * Imports a form-js document. Ours come through unchanged. What we have no part for is kept in the document, shown as
 * nothing and said in the notices; answers that form-js nests (groups with a path, keys with dots) become flat, and
 * expressions follow them. `exportFormJs` puts everything back.
 */
export function importFormJs(json: unknown, fallbackId?: string): Import {
  const opened = openDraft(json, fallbackId);
  if ('fault' in opened) return opened;
  const flat = flatten(opened.draft);
  const notices: Notice[] = [...versionNotices(json), ...flat.notices];
  const draft = mapParts(flat.draft, (part) => {
    const converted = convertPart(part);
    notices.push(...converted.notices);
    return converted.value;
  });
  return { draft, notices };
}

/** What is said of a file whose version is none of form-js: its fields may mean something else. */
function versionNotices(json: unknown): readonly Notice[] {
  const version = isObject(json) ? json['schemaVersion'] : undefined;
  if (version === undefined || isVersion(version)) return [];
  return [{ code: 'schema-version', params: { version: String(version) } }];
}

interface Flat {
  readonly draft: Draft;
  readonly notices: readonly Notice[];
}

/** Gives every answer a flat, good and unique key in its scope. */
function flatten(draft: Draft): Flat {
  const taken = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  const changes: PathChange[] = [];
  for (const placed of placedParts(draft)) {
    const { part } = placed;
    if (keyMember(part) === undefined || isUnkeyed(part)) continue;
    const from = nestedPath(placed) ?? [];
    const lists = listsAround(placed);
    const scope = taken.get(lists.join()) ?? new Set<string>();
    const wanted = from.at(-1) ?? '';
    const flatName = isGoodKey(wanted) && !scope.has(wanted) ? wanted : keyOfPath(from, part);
    const name = freeName(flatName, scope);
    taken.set(lists.join(), scope.add(name));
    names.set(part.id, name);
    if (from.join('.') !== name && from.length > 0) changes.push({ lists, from, to: [name] });
  }
  const followed = followPaths(draft, changes);
  return { draft: mapParts(followed, (part) => renamed(part, names)), notices: noticesOf(draft, names) };
}

/** Components of form-js that hold no answer, whatever they are called. */
const isUnkeyed = (part: Part): boolean =>
  part['key'] === undefined && part['path'] === undefined && !hasAnswer.has(part.type);

const hasAnswer = new Set([
  'textfield',
  'textarea',
  'number',
  'checkbox',
  'radio',
  'select',
  'checklist',
  'taglist',
  'datetime',
  'filepicker',
  'dynamiclist',
  'expression',
]);

const keyOfPath = (path: readonly string[], part: Part): string =>
  path.length > 0 ? keyFrom(path.join(' '), 'campo') : keyFrom(nameOf(part), 'campo');

function renamed(part: Part, names: ReadonlyMap<string, string>): Part {
  if (nests(part)) return changing(part, { path: undefined });
  const [member, name] = [keyMember(part), names.get(part.id)];
  return member === undefined || name === undefined || part[member] === name
    ? part
    : changing(part, { [member]: name });
}

function noticesOf(draft: Draft, names: ReadonlyMap<string, string>): readonly Notice[] {
  return placedParts(draft).flatMap(({ part }): readonly Notice[] => {
    if (nests(part)) {
      const path = textAt(part, 'path') ?? '';
      return [{ code: 'path-flattened', partId: part.id, params: { name: nameOf(part), path } }];
    }
    const [before, after] = [keyOf(part), names.get(part.id)];
    if (before === undefined || after === undefined || before === after) return [];
    return [{ code: 'key-changed', partId: part.id, params: { name: nameOf(part), before, after } }];
  });
}

/**
 * The draft as a document for Camunda's form editor: what the import had changed is put back where nobody has touched
 * it since, dates carry their label as form-js wants it, lists filled from elsewhere have the empty list it asks for.
 */
export function exportFormJs(work: Draft): Readonly<Record<string, unknown>> {
  const draft = settledDraft(work);
  const before = mapParts(draft, restored);
  const changes = placedParts(draft).flatMap((placed): readonly PathChange[] => {
    const then = placedPart(before, placed.part.id);
    const [from, to] = [nestedPath(placed), then && nestedPath(then)];
    if (from === undefined || to === undefined || from.join('.') === to.join('.')) return [];
    return [{ lists: listsAround(placed), from, to }];
  });
  // Expressions follow first, in the draft as it is; then names go back to what they were.
  const out = mapParts(followPaths(draft, changes), (part) => forCamunda(restored(part)));
  return { ...out, type: 'default', schemaVersion: draft['schemaVersion'] ?? SCHEMA_VERSION };
}

const listed = new Set(['radio', 'select', 'checklist', 'taglist']);

function forCamunda(part: Part): Part {
  if (part.type === 'datetime') {
    const dateLabel = textAt(part, 'dateLabel') ?? textAt(part, 'label');
    return { subtype: 'date', ...part, ...(dateLabel !== undefined && { dateLabel }) };
  }
  const isFilled = ['values', 'valuesKey', 'valuesExpression'].some((name) => part[name] !== undefined);
  if (listed.has(part.type) && !isFilled) return { ...part, values: [] };
  return part.type === 'dynamiclist' || part.type === 'group' ? { ...part, components: insideOf(part) } : part;
}
