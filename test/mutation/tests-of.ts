import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { rooms, type Mutant } from './mutants.ts';

/** Tests that need a browser, or the whole server: they come by nearly every line and take minutes. */
const slow = /^test\/(?:apps|conformance|faults|journey|mutation|security)\//;

/** Which tests speak of a file: all of the folders of its room, and any other that imports the file itself. */
export interface Speaking {
  /** The tests that speak of one of the files, as globs from the root. */
  readonly include: readonly string[];
  speaksOf(test: string, mutant: Pick<Mutant, 'file' | 'room'>): boolean;
}

/** The tests of a project that speak of files of its rooms. */
export function testsOf(root: string, mutants: readonly Pick<Mutant, 'file' | 'room'>[]): Speaking {
  const importers = importersIn(root);
  const files = new Set(mutants.map(({ file }) => file));
  const folders = [...new Set(mutants.flatMap(({ room }) => rooms[room]))].map(
    (folder) => `test/${folder}/**/*.test.ts`,
  );
  const others = [...importers].filter(([, imported]) => imported.some((file) => files.has(file)));
  return {
    include: [...folders, ...others.map(([test]) => test)],
    speaksOf: (test, { file, room }) =>
      rooms[room].some((folder) => test.startsWith(`test/${folder}/`)) || importers.get(test)?.includes(file) === true,
  };
}

// Each test with the files of ours that it imports for their values: a type says nothing of what a file does.
function importersIn(root: string): ReadonlyMap<string, readonly string[]> {
  const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${name}`)
    .filter((name) => name.endsWith('.test.ts') && !slow.test(name));
  return new Map(tests.map((test) => [test, importedBy(test, readFileSync(join(root, test), 'utf8'))]));
}

/** The files from the root that a test imports for their values. */
export function importedBy(test: string, text: string): readonly string[] {
  const imports = [...text.matchAll(/^import (?!type\b)[^'";]*?'(\.{1,2}\/[^']+)'/gm)];
  return imports.map(([, path = '']) => normalize(join(test, '..', path)));
}
