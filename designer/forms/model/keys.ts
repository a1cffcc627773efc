import { insideOf, keyMember, keyOf, type Draft, type Part } from './draft.ts';
import { partsOf, placedParts, scopeOf } from './tree.ts';

/** What the name of an answer looks like: FEEL reads it as one name, and JSON objects have no member of it. */
export const isGoodKey = (key: string): boolean => /^[A-Za-z][A-Za-z0-9_]*$/.test(key) && !(key in {});

/** The first of `nome`, `nome2`, `nome3` … that is not taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/\d+$/, '');
  for (let number = 2; ; number += 1) {
    const name = `${stem}${number}`;
    if (!taken.has(name)) return name;
  }
}

/** A name made of words: `Data di nascita` gives `dataDiNascita`; `fallback` when no letter is left. */
export function keyFrom(words: string, fallback: string): string {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '');
  const [first = '', ...rest] = plain.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const key = [first.toLowerCase(), ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  const trimmed = key.replace(/^\d+(.?)/, (_digits, next: string) => next.toLowerCase()).slice(0, 40);
  return isGoodKey(trimmed) ? trimmed : fallback;
}

/**
 * Names taken where the answers of a repeating group's item, or (without one) of the form itself, stand side by side.
 */
export function keysIn(draft: Draft, scopeId: string | undefined): ReadonlySet<string> {
  const here = placedParts(draft).filter(({ around }) => scopeOf(around)?.id === scopeId);
  return new Set(here.map(({ part }) => keyOf(part)).filter((key) => key !== undefined));
}

/** Ids of all parts. */
export const idsIn = (draft: Draft): ReadonlySet<string> => new Set(partsOf(draft).map(({ id }) => id));

/** A part, with all inside it, under keys that are free in the scope where it is put. */
export function withFreeKeys(part: Part, taken: ReadonlySet<string>): Part {
  const used = new Set(taken);
  const renamed = (each: Part): Part => {
    const member = keyMember(each);
    const key = keyOf(each);
    const free = key === undefined ? undefined : freeName(key, used);
    if (free !== undefined) used.add(free);
    const named = member === undefined || free === undefined || free === key ? each : { ...each, [member]: free };
    // A repeating group is a scope of its own: what is inside cannot meet what is outside.
    return named.type === 'group' ? { ...named, components: insideOf(named).map(renamed) } : named;
  };
  return renamed(part);
}

/** A part, with all inside it, under ids that nothing else has. */
export function withFreeIds(part: Part, taken: ReadonlySet<string>): Part {
  const used = new Set(taken);
  const renamed = (each: Part): Part => {
    const id = freeName(each.id, used);
    used.add(id);
    return { ...each, id, ...(each.components && { components: each.components.map(renamed) }) };
  };
  return renamed(part);
}

/** An id that says what the part is: its key, else its type. */
export function idFor(part: Pick<Part, 'type'> & { readonly key?: unknown; readonly path?: unknown }): string {
  const name = [part.key, part.path].find((value) => typeof value === 'string' && value !== '');
  return typeof name === 'string' ? name : part.type;
}
