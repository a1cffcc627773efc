import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportFormJs, importFormJs } from '../../designer/forms/form-js.ts';
import { apply } from '../../designer/forms/model/change.ts';
import type { Draft } from '../../designer/forms/model/draft.ts';
import { newPart } from '../../designer/forms/model/new-part.ts';
import { emptyDraft } from '../../designer/forms/model/open.ts';
import { fieldEditors, type EditorType } from '../../forms/fields/editors.ts';
import { readForm } from '../../forms/schema/read.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { buildSitePage, type BuiltPages } from './built-pages.ts';
import { camundaForm } from './forms/camunda-form.ts';

const formsFolder = fileURLToPath(new URL('../../procedures/accesso-agli-atti/forms', import.meta.url));
const types = Object.keys(fieldEditors) as readonly EditorType[];

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function imported(document: unknown): Draft {
  const result = importFormJs(document);
  if ('fault' in result) throw new Error(result.fault.code);
  return result.draft;
}

/** A form of one page with a fresh component of every type that the palette offers. */
function aFormOfEveryType(): Draft {
  return types.reduce<Draft>(
    (draft, type) => {
      const place = { parent: 'pagina1', index: 100 };
      const { draft: next } = apply(draft, {
        type: 'add',
        part: newPart(draft, { type, label: `Campo ${type}`, place }),
        place,
      });
      if (next === undefined) throw new Error(`${type} cannot be added`);
      return next;
    },
    emptyDraft('tutti', 'Pagina'),
  );
}

/**
 * Our documents: those of the procedure as they lie in its folder and as the builder gives them, and one of every type.
 */
const ours: readonly (readonly [string, unknown])[] = [
  ...readdirSync(formsFolder).flatMap((file) => {
    const document: unknown = JSON.parse(readFileSync(join(formsFolder, file), 'utf8'));
    return [
      [file, document],
      [`${file}, exported`, json(exportFormJs(imported(document)))],
    ] as const;
  }),
  ['every type', json(exportFormJs(aFormOfEveryType()))],
];

/** The document of Camunda's editor without the component of a plugin, which no plain form-js opens. */
const plainCamundaForm = {
  ...camundaForm,
  components: camundaForm.components.filter(({ type }) => type !== 'unheardOf'),
};

describe.skipIf(!hasBrowser)('form-js 1.23 and ours (skipped without a Chromium)', { timeout: 60_000 }, () => {
  let pages: BuiltPages;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    [pages, browser] = await Promise.all([
      buildSitePage(fileURLToPath(new URL('form-js', import.meta.url))),
      launchBrowser(),
    ]);
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await page.route('**/*', (route) => {
      const path = join(pages.folder, new URL(route.request().url()).pathname);
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto('http://form-js.test/index.html');
  }, 180_000);

  beforeEach(() => {
    errors.length = 0;
  });

  afterAll(async () => {
    await browser?.close();
    pages?.remove();
  });

  const fieldCount = () => page.locator('#place .fjs-form-field, #place .fjs-element').count();

  it.each(ours)('Camunda’s viewer opens %s', async (_name, document) => {
    await page.evaluate((schema) => window.formJs.view(schema), document);
    await expect.poll(fieldCount).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  it.each(ours)('Camunda’s editor opens and saves %s', async (_name, document) => {
    const saved = await page.evaluate((schema) => window.formJs.edit(schema), document);
    await expect.poll(fieldCount).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    expect(readForm(json(imported(saved))).issues).toEqual([]);
  });

  it('Camunda’s viewer asks a field of every type of ours', async () => {
    await page.evaluate((schema) => window.formJs.view(schema), json(exportFormJs(aFormOfEveryType())));
    for (const type of types.filter((each) => each !== 'expression')) {
      await page.locator('#place').getByText(`Campo ${type}`, { exact: false }).first().waitFor();
    }
  });

  it('a form saved by Camunda’s editor opens in our kit and can be filled', async () => {
    const saved = await page.evaluate((schema) => window.formJs.edit(schema), json(plainCamundaForm));
    const document = json(imported(saved));
    expect(readForm(document).issues).toEqual([]);
    await page.evaluate((shown) => window.formJs.fill(shown), document);
    const next = () => page.getByRole('button', { name: 'Continua' }).click();
    await page.getByLabel('City').fill('Ferrara');
    await page.getByLabel('Code').fill('A 1');
    await page.getByLabel('Number').fill('2,5');
    await page.getByText('A', { exact: true }).first().click();
    await next();
    await page.getByLabel('Name').fill('Ada');
    await next();
    await page.getByLabel('Name').fill('Grace');
    await next();
    await page.getByLabel('Name').fill('Alan');
    await next();
    await page.getByRole('button', { name: /^Conferma/ }).click();
    await expect
      .poll(() => page.evaluate(() => window.formJs.sent))
      .toMatchObject({
        city: 'Ferrara',
        code: 'A 1',
        radio: 'a',
        number: 2.5,
        total: 5,
        name: 'Ada',
        agentName: 'Grace',
        people: [{ name: 'Alan' }],
      });
    expect(errors).toEqual([]);
  });
});
