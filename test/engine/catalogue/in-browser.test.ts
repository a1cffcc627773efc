import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFiles } from '../../../engine/catalogue/check.ts';
import type { ProcedureFiles } from '../../../engine/core/procedure.ts';
import type { Finding } from '../../../engine/findings/finding.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { buildSitePage, type BuiltPages } from '../../designer/built-pages.ts';
import { hasBrowser, launchBrowser } from '../../support/browser.ts';
import type { ChecksInPage } from './in-browser/main.ts';

declare global {
  interface Window {
    readonly checks: ChecksInPage;
  }
}

describe.skipIf(!hasBrowser)('the checks in a browser (skipped without a Chromium)', { timeout: 120_000 }, () => {
  let pages: BuiltPages;
  let browser: Browser;
  let page: Page;
  let whole: ProcedureFiles;
  const faults: string[] = [];

  beforeAll(async () => {
    [pages, browser, whole] = await Promise.all([
      buildSitePage(fileURLToPath(new URL('in-browser', import.meta.url))),
      launchBrowser(),
      readProcedureFolder('procedures/accesso-agli-atti'),
    ]);
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.route('**/*', (route) => {
      const path = join(pages.folder, new URL(route.request().url()).pathname);
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    });
    await page.goto('http://checks.test/index.html');
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    pages.remove();
  });

  /** A copy whose diagram names a form that is not there, forgets its outcomes and has an expression that is none. */
  const broken = (): ProcedureFiles => {
    const { 'procedure.bpmn': diagram = '', 'forms/ritiro.json': _taken, ...others } = whole.files;
    const without = diagram.replaceAll(/<iter:outcome [^>]*\/>/g, '');
    return { ...whole, files: { ...others, 'procedure.bpmn': without.replace('when="= ', 'when="= (') } };
  };

  const inPage = (name: keyof ChecksInPage, files: ProcedureFiles): Promise<readonly Finding[]> =>
    page.evaluate(([of, given]) => window.checks[of](given), [name, files] as const);

  it('find in the procedure of the repository what the server finds', async () => {
    const { findings } = await checkFiles(whole);
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(await inPage('ofFiles', whole)).toEqual(findings);
    expect(await inPage('ofModel', whole)).toEqual(findings);
  });

  it('find in a broken copy what the server finds', async () => {
    const { findings } = await checkFiles(broken());
    expect(findings.map(({ rule }) => rule)).toContain('feel.syntax');
    expect(await inPage('ofFiles', broken())).toEqual(findings);
    expect(await inPage('ofModel', broken())).toEqual(findings);
  });

  it('need nothing that a browser does not have', () => {
    expect(faults).toEqual([]);
  });
});
