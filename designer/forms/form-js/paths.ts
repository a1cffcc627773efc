import { isObject, keyMember, keyOf, memberAt, textAt, withMember, type Draft, type Part } from '../model/draft.ts';
import { mapParts, placedParts, type Placed } from '../model/tree.ts';
import { namesUsed, placeholdersIn } from '../../../engine/rules/feel.ts';
import { expressionsOf } from '../usage/expressions.ts';
import { standpointOf, type Standpoint } from '../usage/rename.ts';

/**
 * An answer that goes by another path: `['richiedente', 'nome']` becomes `['nome']`. Paths are those inside `lists`.
 */
export interface PathChange {
  /** The repeating groups around the answer, by the names they have before. */
  readonly lists: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((name, index) => path[index] === name);

/** Where an expression stands: in the items of which repeating groups, and the names that it finds there first. */
interface Here {
  readonly standpoint: Standpoint;
  readonly nearer: ReadonlySet<string>;
}

function replacementsIn(expression: string, changes: readonly PathChange[], here: Here): readonly Replacement[] {
  return namesUsed(expression).flatMap(({ path, at }) =>
    changes.flatMap(({ lists, from, to }): readonly Replacement[] => {
      const isNear = here.nearer.has(path[0] ?? '');
      const isLocal = isNear && lists.join() === here.standpoint.join() && startsWith(path, from);
      const isGlobal = !isNear && startsWith(path, [...lists, ...from]);
      if (!isGlobal && !isLocal) return [];
      const offset = isGlobal ? lists.length : 0;
      const [first, last] = [at[offset], at[offset + from.length - 1]];
      if (first === undefined || last === undefined || first.from < 0) return [];
      return [{ from: first.from, to: last.to, text: to.join('.') }];
    }),
  );
}

const replaced = (text: string, replacements: readonly Replacement[]): string =>
  replacements
    .toSorted((one, other) => other.from - one.from)
    .reduce((whole, { from, to, text: put }) => whole.slice(0, from) + put + whole.slice(to), text);

function inText(text: string, changes: readonly PathChange[], here: Here): string {
  return placeholdersIn(text)
    .toReversed()
    .reduce((whole, { expression, from }) => {
      const changed = replaced(expression, replacementsIn(expression, changes, here));
      return whole.slice(0, from) + changed + whole.slice(from + expression.length);
    }, text);
}

/** The draft with its expressions and texts following answers that go by other paths. */
export function followPaths(draft: Draft, changes: readonly PathChange[]): Draft {
  if (changes.length === 0) return draft;
  const places = herePlaces(draft);
  return mapParts(draft, (part) =>
    expressionsOf(part).reduce<Part>((each, { at, expression, isText }) => {
      const here = places.get(part.id);
      if (here === undefined || textAt(each, at) === undefined) return each;
      const changed = isText
        ? inText(expression, changes, here)
        : replaced(expression, replacementsIn(expression, changes, here));
      return changed === expression ? each : withMember(each, at, changed);
    }, part),
  );
}

function herePlaces(draft: Draft): ReadonlyMap<string, Here> {
  const all = placedParts(draft);
  const nearIn = (standpoint: Standpoint): ReadonlySet<string> =>
    new Set(
      all
        .filter((placed) => standpoint.length > 0 && standpointOf(placed).join() === standpoint.join())
        .flatMap((placed) => nestedPath(placed)?.[0] ?? []),
    );
  return new Map(
    all.map((placed) => {
      const standpoint = standpointOf(placed);
      return [placed.part.id, { standpoint, nearer: nearIn(standpoint) }] as const;
    }),
  );
}

/**
 * The path of a part's answer inside its repeating group, through the groups that nest; undefined without an answer.
 */
export function nestedPath({ part, around }: Placed): readonly string[] | undefined {
  const key = keyOf(part);
  if (key === undefined || keyMember(part) === undefined) return undefined;
  const list = around.findLastIndex((holder) => holder.type === 'dynamiclist');
  const groups = around.slice(list + 1).flatMap((group) => (textAt(group, 'path') ?? '').split('.'));
  return [...groups, ...key.split('.')].filter((name) => name !== '');
}

/** The repeating groups around a part, by the names they are written with. */
export const listsAround = ({ around }: Placed): readonly string[] =>
  around.flatMap((holder) => (holder.type === 'dynamiclist' ? (keyOf(holder) ?? '').split('.') : []));

/** True when a group nests the answers inside it. */
export const nests = (part: Part): boolean =>
  part.type === 'group' && isObject(part) && (memberAt(part, 'path') ?? '') !== '';
