import { keyMember, keyOf, textAt, type Draft, type Part } from './draft.ts';
import { freeName, keyFrom } from './keys.ts';
import { mapParts } from './tree.ts';

/** The member that marks a part whose key is still made of its label; it is kept with the work and leaves no file. */
const MARK = 'keyFollowsLabel';

/** True while nobody but the builder has chosen the key of a part: it changes with the label. */
export const followsLabel = (part: Part): boolean => part[MARK] === true;

/** A new part, with all inside it, whose keys follow their labels from now on. */
export function following(part: Part): Part {
  const marked = keyMember(part) === undefined ? part : { ...part, [MARK]: true };
  return marked.components === undefined ? marked : { ...marked, components: marked.components.map(following) };
}

/** A part whose key is settled. */
export function settled(part: Part): Part {
  if (!(MARK in part)) return part;
  const { [MARK]: _mark, ...rest } = part;
  // What is left has the members of a part: only the mark went.
  return rest as Part;
}

/** The form with all its keys settled, as it goes into files; the same object when they are. */
export const settledDraft = (draft: Draft): Draft => {
  const after = mapParts(draft, settled);
  return after.components.every((part, index) => part === draft.components[index]) ? draft : after;
};

/** The key that a part's label makes, free among `others`; the one it has when the label makes none. */
export const keyOfLabel = (part: Part, others: ReadonlySet<string>): string => {
  const before = keyOf(part) ?? '';
  return freeName(keyFrom(textAt(part, 'label') ?? '', before), others);
};
