import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { oneAtATime } from '../support/database.ts';

/** Pages built for one test, in a folder of their own. */
export interface BuiltPages {
  readonly folder: string;
  remove(): void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const preparing = pathToFileURL(join(root, 'engine/prepare.mjs')).href;

/** The folder of the three apps, built as `npm start` does where their sources have changed. */
export async function builtApps(): Promise<string> {
  const script = `import(${JSON.stringify(preparing)}).then(({ prepareBuild }) => prepareBuild())`;
  await oneAtATime('building', () => promisify(execFile)(process.execPath, ['--eval', script]));
  return join(root, 'dist/web');
}

// npm gives form-js' viewer and editor a copy of preact each; hooks work only within one.
const preact = join(root, 'node_modules/@bpmn-io/form-js-viewer/node_modules/preact');

/** Builds the `index.html` of one folder of the tests, alone, with form-js on one preact. */
export async function buildSitePage(source: string): Promise<BuiltPages> {
  const folder = mkdtempSync(join(tmpdir(), 'iter-test-page-'));
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: existsSync(preact) ? { preact } : {} },
    build: { outDir: folder, emptyOutDir: true, minify: false },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
