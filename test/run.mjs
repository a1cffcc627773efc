/**
 * `npm test`: installs what is missing (packages, the pages, a system Chromium where it may), runs every test and ends
 * with one line, `N passed, N failed`. Arguments go to vitest: `npm test -- test/engine/kernel`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, prepareBuild, preparePackages, root, say } from '../engine/prepare.mjs';

// The stories have a command of their own, `npm run story:test`: together they would take too long.
const projects = ['--project', 'engine', '--project', 'journey'];
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

checkNode();
preparePackages({ development: true });
prepareBuild();
const browser = findBrowser() ?? installBrowser();
if (!browser)
  say(
    'Chromium non c’è e non si può installare da qui: le prove nel browser vengono saltate (indicane uno con CHROMIUM_PATH).',
  );
process.exitCode = runTests(process.argv.slice(2));

function findBrowser() {
  return [process.env.CHROMIUM_PATH, ...places].find((place) => place && existsSync(place));
}

function installBrowser() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('Installo Chromium per le prove nel browser…');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return findBrowser();
}

function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'iter-test-'));
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC', ...(browser ? { CHROMIUM_PATH: browser } : {}) } },
  );
  const counts = existsSync(report)
    ? countOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  // A file that cannot be loaded, or an error outside any test, fails the run without being a failed test.
  const failed = status === 0 ? counts.failed : Math.max(counts.failed, 1);
  say(`${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
  return failed === 0 ? 0 : 1;
}

function countOf(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
