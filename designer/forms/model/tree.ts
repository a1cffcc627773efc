import { insideOf, type Draft, type Part, type Place } from './draft.ts';

/** A part with the holders around it, the outermost first. */
export interface Placed {
  readonly part: Part;
  readonly around: readonly Part[];
  /** Among the parts of its holder. */
  readonly index: number;
}

function within(parts: readonly Part[], around: readonly Part[]): readonly Placed[] {
  return parts.flatMap((part, index) => [{ part, around, index }, ...within(insideOf(part), [...around, part])]);
}

/** All parts of a draft in the order of reading, each before what is inside it. */
export const placedParts = (draft: Draft): readonly Placed[] => within(draft.components, []);

/** All parts of a draft in the order of reading. */
export const partsOf = (draft: Draft): readonly Part[] => placedParts(draft).map(({ part }) => part);

/** A part and all that is inside it. */
export const partAndInside = (part: Part): readonly Part[] => [part, ...insideOf(part).flatMap(partAndInside)];

/** The part with this id, and where it stands; undefined when there is none. */
export const placedPart = (draft: Draft, id: string): Placed | undefined =>
  placedParts(draft).find(({ part }) => part.id === id);

/** The part with this id; undefined when there is none. */
export const partOf = (draft: Draft, id: string): Part | undefined => placedPart(draft, id)?.part;

/** Where a part stands. */
export const placeOf = ({ around, index }: Placed): Place => ({ parent: around.at(-1)?.id, index });

/** The id of the part to go on with when one goes: the next beside it, else the one before, else what holds it. */
export function neighbourOf(draft: Draft, id: string): string | undefined {
  const placed = placedPart(draft, id);
  if (placed === undefined) return undefined;
  const { around, index } = placed;
  const holder = around.at(-1);
  const beside = holder === undefined ? draft.components : insideOf(holder);
  return (beside[index + 1] ?? beside[index - 1] ?? holder)?.id;
}

/** The repeating group whose items a part's answers belong to; undefined for the form itself. */
export const scopeOf = (around: readonly Part[]): Part | undefined =>
  around.findLast((holder) => holder.type === 'dynamiclist');

type Replace = (part: Part) => readonly Part[];

function replacedIn(parts: readonly Part[], id: string, replace: Replace): readonly Part[] {
  let changed = false;
  const next = parts.flatMap((part) => {
    if (part.id === id) {
      changed = true;
      return replace(part);
    }
    const inside = insideOf(part);
    const replaced = replacedIn(inside, id, replace);
    if (replaced === inside) return [part];
    changed = true;
    return [{ ...part, components: replaced }];
  });
  return changed ? next : parts;
}

/** The draft with one part put for another: none, one or several. Parts that do not change stay the same objects. */
export const replacePart = (draft: Draft, id: string, replace: Replace): Draft => ({
  ...draft,
  components: replacedIn(draft.components, id, replace),
});

const inserted = (parts: readonly Part[], index: number, part: Part): readonly Part[] =>
  parts.toSpliced(Math.min(Math.max(index, 0), parts.length), 0, part);

/** The draft with a part put at a place; an index beyond the end is the end. */
export function insertPart(draft: Draft, part: Part, { parent, index }: Place): Draft {
  if (parent === undefined) return { ...draft, components: inserted(draft.components, index, part) };
  return replacePart(draft, parent, (holder) => [{ ...holder, components: inserted(insideOf(holder), index, part) }]);
}

/** The draft without a part. */
export const withoutPart = (draft: Draft, id: string): Draft => replacePart(draft, id, () => []);

/** The draft with every part passed through a function, the inner ones first. */
export function mapParts(draft: Draft, map: (part: Part) => Part): Draft {
  const mapped = (part: Part): Part => {
    const inside = part.components;
    const own = inside === undefined ? part : sameOr(part, inside, inside.map(mapped));
    return map(own);
  };
  return { ...draft, components: draft.components.map(mapped) };
}

const sameOr = (part: Part, before: readonly Part[], after: readonly Part[]): Part =>
  after.every((each, index) => each === before[index]) ? part : { ...part, components: after };
