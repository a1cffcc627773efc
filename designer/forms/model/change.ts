import type { Json } from '../../../forms/schema/document.ts';
import { isHolder, keyMember, keyOf, memberAt, withMember, type Draft, type Part, type Place } from './draft.ts';
import { following, followsLabel, keyOfLabel, settled, settledDraft } from './following.ts';
import { freeName, idFor, idsIn, isGoodKey, keysIn, withFreeIds, withFreeKeys } from './keys.ts';
import {
  insertPart,
  neighbourOf,
  partAndInside,
  partOf,
  placedPart,
  placeOf,
  replacePart,
  scopeOf,
  withoutPart,
} from './tree.ts';
import { renameInExpressions } from '../usage/rename.ts';

/** One change of a draft, as a value: it can be kept, compared, told and undone. */
export type Change =
  /** A new component; it is given a free id and key, and the key follows the label until it is settled. */
  | { readonly type: 'add'; readonly part: NewPart; readonly place: Place }
  /** `place` is counted in the form as it is before the move. Keys taken at the new place get a number. */
  | { readonly type: 'move'; readonly id: string; readonly place: Place }
  | { readonly type: 'remove'; readonly id: string }
  /** A copy right after the part, with ids and keys of its own: `nome2`. */
  | { readonly type: 'duplicate'; readonly id: string }
  /**
   * Sets the member at a dotted path, or removes it with `undefined`; `id`, keys and children have changes of their
   * own. A new label gives a new key to a part whose key follows it.
   */
  | { readonly type: 'set'; readonly id: string; readonly at: string; readonly value: Json | undefined }
  /**
   * Gives the answer of a part another name, which no label changes any more, and follows it in the form's own
   * expressions when `follow` is set.
   */
  | { readonly type: 'rename'; readonly id: string; readonly key: string; readonly follow: boolean }
  /** Settles all keys: the form was saved or given away, and somebody may use its answers by their names. */
  | { readonly type: 'settle' };

/** A component that is not yet in a form. */
export interface NewPart {
  readonly id?: string;
  readonly type: string;
  readonly components?: readonly Part[];
  readonly [member: string]: unknown;
}

/** Why a change is not possible. */
export type Refusal =
  | 'unknown-part'
  | 'unknown-place'
  | 'into-itself'
  | 'no-holder'
  | 'no-change'
  | 'bad-key'
  | 'key-taken'
  | 'no-key'
  | 'own-change';

/**
 * The draft after the change and the part to go on with, which it was about or stands beside it, or why the change is
 * not possible.
 */
export type Outcome =
  | { readonly draft: Draft; readonly id: string | undefined }
  | { readonly refusal: Refusal; readonly draft?: undefined };

/**
 * The one function that answers whether a change is possible, and does it. Buttons ask it as the change itself does.
 */
export function apply(draft: Draft, change: Change): Outcome {
  switch (change.type) {
    case 'add':
      return add(draft, change.part, change.place);
    case 'move':
      return move(draft, change.id, change.place);
    case 'remove':
      return partOf(draft, change.id)
        ? { draft: withoutPart(draft, change.id), id: neighbourOf(draft, change.id) }
        : refuse('unknown-part');
    case 'duplicate':
      return duplicate(draft, change.id);
    case 'set':
      return set(draft, change);
    case 'rename':
      return rename(draft, change);
    case 'settle': {
      const after = settledDraft(draft);
      return after === draft ? refuse('no-change') : { draft: after, id: undefined };
    }
  }
}

/** Whether a change is possible. */
export const isPossible = (draft: Draft, change: Change): boolean => apply(draft, change).draft !== undefined;

const refuse = (refusal: Refusal): Outcome => ({ refusal });

/** The scope of the answers at a place, or a refusal when nothing can be put there. */
function scopeAt(draft: Draft, { parent }: Place): { readonly scope: string | undefined } | Refusal {
  if (parent === undefined) return { scope: undefined };
  const holder = placedPart(draft, parent);
  if (holder === undefined) return 'unknown-place';
  if (!isHolder(holder.part)) return 'no-holder';
  return { scope: scopeOf([...holder.around, holder.part])?.id };
}

function add(draft: Draft, fresh: NewPart, place: Place): Outcome {
  const found = scopeAt(draft, place);
  if (typeof found === 'string') return refuse(found);
  const keyed = withFreeKeys({ ...fresh, id: fresh.id ?? '' }, keysIn(draft, found.scope));
  const part = following(withFreeIds(keyed.id === '' ? { ...keyed, id: idFor(keyed) } : keyed, idsIn(draft)));
  return { draft: insertPart(draft, part, place), id: part.id };
}

function move(draft: Draft, id: string, place: Place): Outcome {
  const placed = placedPart(draft, id);
  if (placed === undefined) return refuse('unknown-part');
  const { part } = placed;
  if (place.parent !== undefined && partAndInside(part).some((inner) => inner.id === place.parent)) {
    return refuse('into-itself');
  }
  const found = scopeAt(draft, place);
  if (typeof found === 'string') return refuse(found);
  const from = placeOf(placed);
  const isSameHolder = from.parent === place.parent;
  const index = isSameHolder && place.index > from.index ? place.index - 1 : place.index;
  if (isSameHolder && index === from.index) return refuse('no-change');
  const rest = withoutPart(draft, id);
  return { draft: insertPart(rest, withFreeKeys(part, keysIn(rest, found.scope)), { ...place, index }), id };
}

function duplicate(draft: Draft, id: string): Outcome {
  const placed = placedPart(draft, id);
  if (placed === undefined) return refuse('unknown-part');
  const { parent, index } = placeOf(placed);
  const copy = withFreeIds(withFreeKeys(placed.part, keysIn(draft, scopeOf(placed.around)?.id)), idsIn(draft));
  return { draft: insertPart(draft, following(copy), { parent, index: index + 1 }), id: copy.id };
}

/** Members that only changes of their own may touch. */
const ownChange = (part: Part, at: string): boolean => ['id', 'type', 'components', keyMember(part)].includes(at);

function set(draft: Draft, { id, at, value }: Extract<Change, { type: 'set' }>): Outcome {
  const part = partOf(draft, id);
  if (part === undefined) return refuse('unknown-part');
  if (ownChange(part, at)) return refuse('own-change');
  if (isSame(memberAt(part, at), value)) return refuse('no-change');
  const after = replacePart(draft, id, (each) => [withMember(each, at, value)]);
  return { draft: at === 'label' && followsLabel(part) ? withKeyOfLabel(after, id) : after, id };
}

/** The draft in which the key of a part is made of its label, and the form's own expressions know it. */
function withKeyOfLabel(draft: Draft, id: string): Draft {
  const placed = placedPart(draft, id);
  const member = placed && keyMember(placed.part);
  if (placed === undefined || member === undefined) return draft;
  const before = keyOf(placed.part) ?? '';
  const others = new Set([...keysIn(draft, scopeOf(placed.around)?.id)].filter((key) => key !== before));
  const key = keyOfLabel(placed.part, others);
  if (key === before) return draft;
  return replacePart(renameInExpressions(draft, placed, key), id, (each) => [{ ...each, [member]: key }]);
}

function rename(draft: Draft, { id, key, follow }: Extract<Change, { type: 'rename' }>): Outcome {
  const placed = placedPart(draft, id);
  if (placed === undefined) return refuse('unknown-part');
  const [member, before] = [keyMember(placed.part), keyOf(placed.part)];
  if (member === undefined) return refuse('no-key');
  if (key === before) return refuse('no-change');
  if (!isGoodKey(key)) return refuse('bad-key');
  if (keysIn(draft, scopeOf(placed.around)?.id).has(key)) return refuse('key-taken');
  const followed = follow && before !== undefined ? renameInExpressions(draft, placed, key) : draft;
  return { draft: replacePart(followed, id, (each) => [settled({ ...each, [member]: key })]), id };
}

const isSame = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after);

/** A key for a new part, made of its label and free at the place. */
export function freshKey(draft: Draft, wanted: string, place: Place): string {
  const found = scopeAt(draft, place);
  return freeName(wanted, keysIn(draft, typeof found === 'string' ? undefined : found.scope));
}
