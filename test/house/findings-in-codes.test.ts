import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** The rooms that find something: they say it in codes, and `engine/words/findings` has the sentences. */
const rooms = ['kernel', 'rules', 'core', 'language', 'catalogue', 'publish', 'findings', 'executors'];

/** What an Italian sentence can hardly do without. */
const italian = /(^|[\s’'(])(il|lo|la|gli|di|che|non|per|una?|del|della|nel|con|è|sono|dall?|si)(?=[\s’'])/iu;

function filesWithSentences(): readonly string[] {
  const folders = rooms.flatMap((room) => [`engine/${room}`, `engine/${room}.ts`]);
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
    encoding: 'utf8',
  });
  return files
    .split('\n')
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => textsIn(file).some((text) => italian.test(text)))
    .sort();
}

/** The string literals of a file that have a space, and the texts between the values of templates. */
function textsIn(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  // Reading a file as a tree is the slow part.
  if (!italian.test(source)) return [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.filter((text) => text.includes(' '));
}

/** Names that are Italian everywhere: holidays, people and offices of the demo, the texts of a new package. */
const names = ['core/calendar.ts', 'core/demo.ts', 'core/scenario/people.ts', 'publish/blank-package.ts'];

it('rooms that find something hold no Italian sentence; a few hold Italian names', () => {
  expect(filesWithSentences()).toEqual(names.map((file) => `engine/${file}`));
});
