import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { changesOf, type Change } from './changes.ts';

/** The rooms whose tests are tried, each with the folders of the tests that speak of it (`tests-of.ts`). */
export const rooms = {
  'engine/core': ['engine/core', 'engine/run', 'engine/catalogue', 'procedures'],
  'engine/kernel': ['engine/kernel', 'engine/executors', 'engine/catalogue'],
  'engine/run': ['engine/run', 'procedures'],
  'forms/schema': ['forms/schema', 'forms/fields'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a room: its path. */
export type Room = keyof typeof rooms;

/** The names of the rooms. */
export const roomNames = Object.keys(rooms).filter((name): name is Room => name in rooms);

/** A change of one place of the project. */
export interface Mutant extends Change {
  readonly room: Room;
  /** The path from the root of the project. */
  readonly file: string;
  /** Counted from one. */
  readonly line: number;
  /** The whole line, without blanks around it. */
  readonly lineText: string;
  /** The text that is changed. */
  readonly was: string;
}

/** Every mutant of the files of the rooms whose path begins with the text, in the order of the files. */
export function mutantsUnder(root: string, beginning: string): readonly Mutant[] {
  return roomNames.flatMap((room) =>
    filesOf(root, room)
      .filter((file) => file.startsWith(beginning))
      .flatMap((file) => mutantsOf(root, room, file)),
  );
}

function filesOf(root: string, room: string): readonly string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${room}/${name}`)
    .sort();
}

function mutantsOf(root: string, room: Room, file: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const lines = source.text.split('\n');
  return changesOf(source).map((change) => {
    const { line } = source.getLineAndCharacterOfPosition(change.start);
    const was = source.text.slice(change.start, change.end);
    return { ...change, room, file, line: line + 1, lineText: lines[line]?.trim() ?? '', was };
  });
}

/** So many of the values, drawn by the seed without putting any back; all of them when there are not more. */
export function draw<T>(values: readonly T[], count: number, seed: number): readonly T[] {
  const random = randomFrom(seed);
  const rest = [...values];
  return Array.from({ length: Math.min(count, rest.length) }, () => {
    const [drawn] = rest.splice(Math.floor(random() * rest.length), 1);
    return drawn as T;
  });
}

// mulberry32: the same numbers from 0 to 1 for the same seed.
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
