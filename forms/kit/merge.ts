import type { Answers, Json } from '../schema/document.ts';

/** One answer of which there were two versions. */
export interface Difference {
  /** As in issues: `oggetto`, or `persone[0].email`. */
  readonly path: string;
  /** What the joined answers hold; absent for no answer. */
  readonly now?: Json;
  /** What gave way to it; absent for no answer. */
  readonly replaced?: Json;
}

/** Two versions of the answers made one. Every answer of either is in `answers` or named as replaced. */
export interface Merge {
  readonly answers: Answers;
  /** Taken from the other version: nobody had changed them here. */
  readonly taken: readonly Difference[];
  /** Changed on both sides, each in its own way: the one here stays, because it is saved last. */
  readonly conflicts: readonly Difference[];
}

/** The three versions of one value; absent where there is no answer. */
interface ThreeValues {
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

type Joined = Omit<Merge, 'answers'> & { readonly value: Json | undefined };

const isRecord = (value: Json | undefined): value is Answers =>
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

const difference = (path: string, now: Json | undefined, replaced: Json | undefined): Difference => ({
  path,
  ...(now === undefined ? {} : { now }),
  ...(replaced === undefined ? {} : { replaced }),
});

function joinValue(path: string, { base, mine, theirs }: ThreeValues): Joined {
  const nothing = { value: mine, taken: [], conflicts: [] };
  if (isSame(mine, theirs) || isSame(base, theirs)) return nothing;
  if (isSame(base, mine)) return { ...nothing, value: theirs, taken: [difference(path, theirs, mine)] };
  return { ...nothing, conflicts: [difference(path, mine, theirs)] };
}

/** The items of the three versions, when they can be told apart by their place: all lists of records, of one length. */
function itemsOf(versions: ThreeValues): readonly (readonly [Answers, Answers, Answers])[] | undefined {
  const { base, mine, theirs } = versions;
  if (!Array.isArray(base) || !Array.isArray(mine) || !Array.isArray(theirs)) return undefined;
  const items = mine.map((item: Json, index) => [base[index], item, theirs[index]] as const);
  const isAligned = base.length === mine.length && theirs.length === mine.length;
  const records = items.flatMap(([one, two, three]) =>
    isRecord(one) && isRecord(two) && isRecord(three) ? [[one, two, three] as const] : [],
  );
  return isAligned && records.length === items.length ? records : undefined;
}

function joinAt(path: string, versions: ThreeValues, lists: ReadonlySet<string>): Joined {
  const items = lists.has(path.replace(/\[\d+\]/g, '')) ? itemsOf(versions) : undefined;
  if (items === undefined) return joinValue(path, versions);
  const joined = items.map(([base, mine, theirs], index) =>
    joinRecords(`${path}[${index}].`, { base, mine, theirs }, lists),
  );
  return {
    value: joined.map(({ answers }) => answers),
    taken: joined.flatMap(({ taken }) => taken),
    conflicts: joined.flatMap(({ conflicts }) => conflicts),
  };
}

/** What was there first, and the two versions that grew out of it. */
export interface Versions {
  readonly base: Answers;
  readonly mine: Answers;
  readonly theirs: Answers;
}

function joinRecords(prefix: string, { base, mine, theirs }: Versions, lists: ReadonlySet<string>): Merge {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const joined = keys.map((key) => {
    const versions = { base: base[key], mine: mine[key], theirs: theirs[key] };
    return { key, ...joinAt(prefix + key, versions, lists) };
  });
  const entries = joined.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const]));
  return {
    answers: Object.fromEntries(entries),
    taken: joined.flatMap(({ taken }) => taken),
    conflicts: joined.flatMap(({ conflicts }) => conflicts),
  };
}

/**
 * Joins the answers on this page (`mine`) with those saved elsewhere meanwhile (`theirs`), both grown out of `base`.
 * Field by field the newer save wins: what was changed here is saved last, so it stays; all else is as saved elsewhere.
 * `lists` names the repeating groups (`persone`, `persone.figli`), whose items are joined one by one while there are as
 * many on both sides; any other value is one answer, whatever parts it has.
 */
export const mergeAnswers = (versions: Versions, lists: ReadonlySet<string> = new Set()): Merge =>
  joinRecords('', versions, lists);
