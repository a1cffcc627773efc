import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Pages built for one test, in a folder of their own. */
export interface BuiltPages {
  readonly folder: string;
  remove(): void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the given pages (name to HTML file, from the root of the project) as `npm run build` does. */
export async function buildPages(input: Readonly<Record<string, string>>): Promise<BuiltPages> {
  const folder = mkdtempSync(join(tmpdir(), 'iter-designer-pages-'));
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    mode: 'production',
    build: { outDir: folder, emptyOutDir: true, minify: false, rollupOptions: { input: { ...input } } },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
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
