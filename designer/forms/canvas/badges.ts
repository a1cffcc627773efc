import { memberAt, textAt, type Part } from '../model/draft.ts';

/** What is said of a part in a word. */
export type Badge = 'required' | 'requiredWhen' | 'conditional' | 'computed' | 'prefilled' | 'readonly';

const isSet = (part: Part, at: string): boolean => (textAt(part, at) ?? '').trim() !== '';

/** The words for what a part does besides being there. */
export function badgesOf(part: Part): readonly Badge[] {
  const badges: readonly (readonly [Badge, boolean])[] = [
    ['required', memberAt(part, 'validate.required') === true],
    ['requiredWhen', isSet(part, 'properties.requiredWhen')],
    ['conditional', isSet(part, 'conditional.hide')],
    ['computed', isSet(part, 'properties.computed') || part.type === 'expression'],
    ['prefilled', isSet(part, 'properties.prefill')],
    ['readonly', part['readonly'] === true || isSet(part, 'readonly')],
  ];
  return badges.flatMap(([badge, isTrue]) => (isTrue ? [badge] : []));
}
