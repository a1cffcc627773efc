import ts from 'typescript';
import { expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import { listed, whyEquivalent } from './equivalent.ts';
import { fatesIn, inWords, namedAlive } from './in-words.ts';
import { draw, mutantsUnder } from './mutants.ts';
import { switchName, withSwitches } from './switches.ts';
import { importedBy, testsOf } from './tests-of.ts';

const sourceOf = (text: string) => ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);

/** The statement as each of its mutants has it. */
function mutantsOf(text: string): readonly string[] {
  return changesOf(sourceOf(text)).map(
    (change) => `${text.slice(0, change.start)}${change.text}${text.slice(change.end)}`,
  );
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a bound moves by one and turns round', 'a = b < c;', ['', 'a = (b) <= (c);', 'a = (b) >= (c);']],
  ['both sides of a fallback are tried alone', 'a = b ?? c;', ['', 'a = b;', 'a = c;']],
  [
    'a condition is always true, then never',
    'if (a) throw b;',
    ['if (true) throw b;', 'if (false) throw b;', 'if (a) '],
  ],
  ['a loop never begins', 'while (a) b;', ['while (false) b;', 'while (a) ']],
  ['a chain breaks where it was optional', 'a = b?.c.d?.(e);', ['', 'a = b.c.d?.(e);', 'a = b?.c.d(e);']],
  [
    'texts are emptied and numbers moved',
    "a = { 'b': 'c', d: 1 };",
    ['', "a = { 'b': '', d: 1 };", "a = { 'b': 'c', d: 2 };"],
  ],
  ['a list is emptied', 'a = [b];', ['', 'a = [];']],
  [
    'an answer to a question is given both ways',
    'const f = () => !a;',
    ['const f = () => true;', 'const f = () => false;', 'const f = () => a;'],
  ],
  ['any other value is not given', 'const f = () => a;', ['const f = () => undefined;']],
  [
    'the names by which a value is taken apart stay',
    'for (const { 1: a, "b": c } of d) e;',
    ['for (const { 1: a, "b": c } of d) '],
  ],
  ['types and imports stay', "import a from 'b'; type C = 'd' | 1;", []],
];

it.each(cases)('%s', (_, text, mutants) => {
  expect([...mutantsOf(text)].sort()).toEqual([...mutants].sort());
});

const text = `
  function count(list, most) {
    let found = 0;
    for (const each of list) if (each?.size > 2 && found < most) found += 1;
    else found += 0;
    return found;
  }
  return count([{ size: 3 }, undefined, { size: 2 }, { size: 9 }], 5);
`;

/** What the text gives while the mutant with the number is at work. */
function given(id: number): unknown {
  const changes = changesOf(sourceOf(text)).map((change, at) => ({ ...change, id: at }));
  const run: unknown = new Function(switchName, withSwitches(text, changes));
  if (typeof run !== 'function') throw new Error('no function');
  return run((asked: number) => asked === id);
}

it('a source with all its mutants in it does what it did', () => {
  expect(given(-1)).toBe(2);
});

it('each mutant does what its change alone does', () => {
  changesOf(sourceOf(text)).forEach((change, id) => {
    const alone = `${text.slice(0, change.start)}${change.text || ';'}${text.slice(change.end)}`;
    expect(
      outcomeOf(() => given(id)),
      alone,
    ).toEqual(outcomeOf(() => new Function(alone)()));
  });
});

function outcomeOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return (error as Error).name;
  }
}

it('the same seed draws the same mutants, each once', () => {
  const all = Array.from({ length: 50 }, (_, index) => index);
  expect(draw(all, 20, 7)).toEqual(draw(all, 20, 7));
  expect(draw(all, 20, 8)).not.toEqual(draw(all, 20, 7));
  expect([...draw(all, 99, 7)].sort((one, other) => one - other)).toEqual(all);
});

it('those alive in a report are found again where they have moved to', () => {
  const at = (line: number, was: string) => ({ file: 'engine/core/a.ts', line, was, text: '' });
  const all = [at(3, 'go();'), at(40, 'go();'), at(41, 'stay();')];
  const report = [
    `   1 VIVO       ${inWords(at(38, 'go();'))}`,
    `   2 ucciso     ${inWords(at(41, 'stay();'))}  [a test]`,
    `   3 SCOPERTO   ${inWords(at(9, 'leave();'))}`,
    inWords(at(39, 'go();')),
  ];
  const { found, gone } = namedAlive(all, report.join('\n'));
  expect(found).toEqual([at(40, 'go();')]);
  expect(gone).toEqual([expect.stringContaining('leave();')]);
});

it('a run goes on after what its report has already', () => {
  const report = [
    '   1 VIVO        engine/core/a.ts:38  go();  →  (tolto)',
    '   2 ucciso      engine/core/a.ts:41  stay();  →  (tolto)  [a test > of [this]]',
    '  13 senza fine  forms/schema/b.ts:9  a < b  →  (a) <= (b)',
    'Sopravvissuti',
    'engine/core/a.ts:38  go();  →  (tolto)',
  ];
  expect([...fatesIn(report.join('\n'))]).toEqual([
    ['1 engine/core/a.ts:38  go();  →  (tolto)', 'VIVO'],
    ['2 engine/core/a.ts:41  stay();  →  (tolto)', 'ucciso'],
    ['13 forms/schema/b.ts:9  a < b  →  (a) <= (b)', 'senza fine'],
  ]);
});

it('each change that nothing can show is still a change of the sources', () => {
  const listedOf = (file: string) => mutantsUnder('.', file).map(whyEquivalent);
  for (const { file, line, reason } of listed) expect(listedOf(file), `${file}  ${line}`).toContain(reason);
});

it('a test speaks of the files that it imports for their values', () => {
  const text = "import type { A } from '../b.ts';\nimport {\n  c,\n} from '../../c.ts';\nimport d from 'd';\n";
  expect(importedBy('test/engine/a.test.ts', text)).toEqual(['c.ts']);
});

it('a file is spoken of by the tests of its room, and by those elsewhere that import it', () => {
  const mutant = { file: 'forms/schema/markdown.ts', room: 'forms/schema' } as const;
  const { include, speaksOf } = testsOf('.', [mutant]);
  expect(include).toContain('test/forms/schema/**/*.test.ts');
  expect(include.filter((test) => !test.includes('*')).every((test) => speaksOf(test, mutant))).toBe(true);
  expect(speaksOf('test/engine/kernel/joins.test.ts', mutant)).toBe(false);
});
