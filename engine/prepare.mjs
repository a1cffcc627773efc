/**
 * What `npm start` and `npm test` need before any package can be imported: the packages themselves and the browser
 * build. Plain JavaScript on Node's own modules, because on a fresh clone there is nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

const packagesStamp = join(root, 'node_modules', '.iter-stamp');
const buildStamp = join(root, 'dist', 'web', '.iter-stamp');
const leastNode = [20, 19];
const developmentMark = ' +dev';

/** Ends the process with one sentence when Node is older than the project needs. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  stop(
    `Serve Node ${leastNode.join('.')} o successivo; questo è ${process.versions.node}. Installa una versione più recente e riprova.`,
  );
}

/**
 * Installs the packages of the lock file when they are missing or belong to another lock file. Packages for
 * development, once there, are kept up too: a developer's `npm start` does not take the tests away.
 */
export function preparePackages({ development }) {
  const wanted = digest([join(root, 'package-lock.json')]);
  const present = readStamp(packagesStamp);
  const forDevelopment = development || present.endsWith(developmentMark);
  if (present === wanted + (forDevelopment ? developmentMark : '')) return;
  say('Installo i pacchetti (solo la prima volta, qualche minuto)…');
  run(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error', forDevelopment ? '--include=dev' : '--omit=dev'],
    'I pacchetti non si installano: controlla la connessione al registro di npm e riprova.',
  );
  writeFileSync(packagesStamp, wanted + (forDevelopment ? developmentMark : ''));
}

/** Builds the portal, the desk and the designer when their sources have changed since the last build. */
export function prepareBuild() {
  const wanted = digest([
    join(root, 'package-lock.json'),
    join(root, 'vite.config.ts'),
    ...filesBelow(join(root, 'forms')),
    ...filesBelow(join(root, 'designer')),
    ...filesBelow(join(root, 'engine', 'rules')),
  ]);
  if (readStamp(buildStamp) === wanted) return;
  say('Preparo le pagine (solo quando sono cambiate)…');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  run(process.execPath, [vite, 'build', '--logLevel', 'error'], 'Le pagine non si costruiscono: l’errore è qui sopra.');
  mkdirSync(join(root, 'dist', 'web'), { recursive: true });
  writeFileSync(buildStamp, wanted);
}

/** Prints a line of progress. */
export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/** Prints one sentence and ends the process as failed. */
export function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

function run(command, args, sentence) {
  // Pages are always built for production, whoever asks; npm would leave packages out only with its own flag.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  if (error || status !== 0) stop(sentence);
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
