/**
 * Reads the licence of every package that is installed, from the lock file, and fails on one that is not in the list:
 * whoever adds such a package decides first whether it can be given out under the AGPL-3.0-or-later.
 */
import { readFileSync } from 'node:fs';

const allowed = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'CC-BY-3.0',
    'CC-BY-4.0',
  ],
  ...['ISC', 'MIT', 'MIT-0', 'MPL-2.0', 'OFL-1.1', 'PostgreSQL', 'Python-2.0', 'Unlicense', 'WTFPL', 'Zlib'],
]);

/** Packages whose licence is written in words of their own. Each was read; `NOTICE` says what it asks. */
const read = new Map(
  Object.entries({
    '@bpmn-io/form-js-editor': 'SEE LICENSE IN LICENSE',
    '@bpmn-io/form-js-viewer': 'SEE LICENSE IN LICENSE',
    'bpmn-js': 'SEE LICENSE IN LICENSE',
    'design-react-kit': 'BSD-3',
  }),
);

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const found = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { license }]) => ({ name: path.split('node_modules/').at(-1), path, license }));
const refused = found.filter(({ name, path, license }) => {
  const stated = license ?? statedIn(path);
  return read.get(name) !== stated && !isAllowed(stated);
});
for (const { name, path, license } of refused) {
  console.error(`${name}: la licenza «${license ?? statedIn(path) ?? 'non detta'}» non è nell’elenco`);
}
console.log(`licenze: ${found.length} pacchetti, ${refused.length} da guardare`);
process.exit(refused.length === 0 ? 0 : 1);

/** One of two is enough where either may be chosen; where both bind, both must be in the list. */
function isAllowed(expression) {
  if (typeof expression !== 'string') return false;
  return expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/i)
    .some((choice) => choice.split(/\s+AND\s+/i).every((one) => allowed.has(one.trim())));
}

function statedIn(path) {
  try {
    return JSON.parse(readFileSync(`${path}/package.json`, 'utf8')).license;
  } catch {
    return undefined;
  }
}
