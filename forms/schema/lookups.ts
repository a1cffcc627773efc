import type { Municipality, ReadContext } from '../fields/types.ts';
import { isGroup, isList, isText } from './components.ts';
import type { Component, FormDocument } from './document.ts';

/** What reading answers may ask of lists that stand outside the form. A member that is absent refuses what needs it. */
export type Lookups = Pick<ReadContext, 'municipalities' | 'placeCodes' | 'choices' | 'liesIn'>;

/** The day that comes before every other: a municipality that has it has no known beginning. */
export const DAY_ONE = '0001-01-01';

const exists = ({ validFrom, validTo }: Municipality, on: string): boolean =>
  validFrom <= on && (validTo === undefined || on <= validTo);

/**
 * Finds municipalities by ISTAT code in a list that may hold several states of one, each with its name and its days:
 * the state of the day, else the last one.
 */
export function municipalityBook(list: readonly Municipality[]): NonNullable<Lookups['municipalities']> {
  const states = new Map<string, readonly Municipality[]>();
  for (const state of [...list].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    states.set(state.istatCode, [...(states.get(state.istatCode) ?? []), state]);
  }
  return (istatCode, on) => {
    const known = states.get(istatCode) ?? [];
    return (on === undefined ? undefined : known.find((state) => exists(state, on))) ?? known.at(-1);
  };
}

/**
 * The lists outside the form from which its fields choose, also those inside repeating groups: `vocabulary:regions`.
 */
export function listsNamed({ components }: Pick<FormDocument, 'components'>): readonly string[] {
  return components.flatMap((component: Component): readonly string[] => {
    if (isText(component)) return [];
    if (isGroup(component) || isList(component)) return listsNamed(component);
    const source = component.properties?.['choicesFrom'] ?? '';
    return source === '' ? [] : [source];
  });
}
