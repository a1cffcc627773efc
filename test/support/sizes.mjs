/**
 * Measures what conventions.md bounds: file median under 80 lines, 90 % under 200, none over 300 (texts, data and
 * migrations apart); function median under 12, 90 % under 40, none over 60. Prints the figures; fails when one is
 * passed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const apart = [/^forms\/text\//, /\/migrations\//, /\.config\.(ts|js)$/, /^\.dependency/];

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => existsSync(file) && !apart.some((pattern) => pattern.test(file)));

const source = files.filter((file) => !file.startsWith('test/'));
const fileSizes = source.map((file) => ({ name: file, lines: linesOf(file) }));
const functionSizes = source.flatMap(functionsOf);
const failures = [
  ...check('file', fileSizes, { median: 80, ninetieth: 200, most: 300 }),
  ...check('funzioni', functionSizes, { median: 12, ninetieth: 40, most: 60 }),
];
for (const failure of failures) console.error(failure);
process.exit(failures.length === 0 ? 0 : 1);

function check(what, sizes, bounds) {
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  console.log(
    `${what}: ${sorted.length}, mediana ${at(0.5)}, 90 % entro ${at(0.9)}, massimo ${sorted.at(-1) ?? 0} righe`,
  );
  return [
    ...(at(0.5) < bounds.median ? [] : [`${what}: la mediana ${at(0.5)} non è sotto ${bounds.median}`]),
    ...(at(0.9) < bounds.ninetieth ? [] : [`${what}: il 90 % arriva a ${at(0.9)}, non sotto ${bounds.ninetieth}`]),
    ...sizes
      .filter(({ lines }) => lines > bounds.most)
      .map(({ name, lines }) => `${name}: ${lines} righe, il massimo è ${bounds.most}`),
  ];
}

function linesOf(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length;
}

function functionsOf(file) {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) found.push(measure(node, tree, file));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function measure(node, tree, file) {
  const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
  const last = tree.getLineAndCharacterOfPosition(node.end).line;
  return { name: `${file}:${first + 1}`, lines: last - first + 1 };
}
