import type { Answers, Json } from '../../schema/document.ts';

/** Two versions of the answers made one. */
export interface Merge {
  readonly answers: Answers;
  /** The keys whose value comes from the other version. */
  readonly takenKeys: readonly string[];
}

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True when two values say the same, whatever the order of their members. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item: Json, index) => isSame(item, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key], other[key]));
}

/**
 * Joins the answers on this page (`mine`) with those saved elsewhere meanwhile (`theirs`), both grown out of `base`.
 * Field by field the newer save wins: what was changed here is saved last, so it stays; all else is as saved elsewhere.
 */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): Merge {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const takenKeys = keys.filter((key) => isSame(base[key], mine[key]) && !isSame(base[key], theirs[key]));
  const entries = keys.flatMap((key) => {
    const value = isSame(base[key], mine[key]) ? theirs[key] : mine[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return { answers: Object.fromEntries(entries), takenKeys };
}
