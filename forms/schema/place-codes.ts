import type { Municipality, ReadContext } from '../fields/types.ts';

/** A name of a place without what people write in several ways: case, accents, apostrophes, the province behind it. */
const plainName = (name: string): string =>
  name
    .replace(/\(\s*\p{L}{2}\s*\)\s*$/u, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toUpperCase();

/**
 * Finds the cadastral codes of the municipalities that bear a name, from a list of their states. None for a name that
 * nobody bears, or that somebody without a code does.
 */
export function placeCodeBook(list: readonly Municipality[]): NonNullable<ReadContext['placeCodes']> {
  const named = new Map<string, Municipality[]>();
  for (const municipality of list) {
    const name = plainName(municipality.name);
    named.set(name, [...(named.get(name) ?? []), municipality]);
  }
  return (name, on) => {
    const found = named.get(plainName(name)) ?? [];
    const there = found.filter(
      ({ validFrom, validTo }) => on === undefined || (validFrom <= on && (validTo === undefined || on <= validTo)),
    );
    const codes = there.flatMap(({ cadastralCode }) => cadastralCode ?? []);
    return codes.length < there.length ? [] : [...new Set(codes)];
  };
}
