import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../forms/schema/read.ts';
import { anApi, type RunningApi, type Visitor } from '../support/api.ts';
import { aDevice, examine, hasBrowser, launchBrowser, type Device } from '../support/browser.ts';
import { chooseIdentity } from '../support/journey.ts';
import { aBlankPackage, anAnalystOf, edit } from '../support/packages.ts';
import { builtApps } from './built-pages.ts';

const path = 'forms/rimborso.json';
const pictures = process.env['ITER_PICTURES'];

/** Keeps a picture of the page for whoever wants to look, when `ITER_PICTURES` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` });
}

// A story, told in its order.
const story = { timeout: 120_000, shuffle: false };

describe.skipIf(!hasBrowser)('the form builder in a browser (skipped without a Chromium)', story, () => {
  let pagesFolder: string;
  let api: RunningApi;
  let browser: Browser;
  let elena: Visitor;
  let paola: Visitor;
  let ownId: string;
  let analyst: Device;
  let page: Page;

  beforeAll(async () => {
    pagesFolder = await builtApps();
    [api, browser] = await Promise.all([anApi({ pagesFolder }), launchBrowser()]);
    elena = await api.signIn('analista', 'office');
    paola = await anAnalystOf(api, 'operatore', 'r_emiro');
    ({ packageId: ownId } = await aBlankPackage(elena, 'costruito'));
    analyst = await aDevice(browser, api.baseUrl, 1440);
    page = analyst.page;
    page.setDefaultTimeout(10_000);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const part = (name: string) =>
    page
      .locator('.fb-part')
      .filter({ has: page.getByRole('button', { name }) })
      .last();
  const choose = (name: string) =>
    page
      .locator('.fb-canvas')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
  const order = () => page.locator('.fb-field .fb-part-label').allInnerTexts();
  const add = (type: string) => page.locator('.fb-palette').getByRole('button', { name: type, exact: true }).click();

  it('is for analysts who have signed in, and opens a new form of a package', async () => {
    await page.goto('/progetta/moduli/un-vecchio-lavoro');
    await examine(page);
    await page.getByRole('link', { name: 'Accedi' }).click();
    await chooseIdentity(page, 'Elena');
    await page.getByRole('heading', { name: 'Procedimenti in lavorazione' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/progetta');
    await page.goto(`/progetta/procedimenti/${ownId}`);
    await page.getByText('Nuovo modulo', { exact: true }).click();
    await page.getByLabel('Nome del modulo').fill('rimborso');
    await examine(page);
    await picture(page, 'new-form');
    await page.getByRole('button', { name: 'Crea e apri' }).click();
    await page.getByRole('heading', { name: 'forms/rimborso.json' }).waitFor();
  });

  it('adds fields from the palette and asks their settings', async () => {
    await page.getByRole('heading', { name: 'Aggiungi' }).waitFor();
    await add('Testo breve');
    await page.locator('.fb-panel').getByLabel('Etichetta', { exact: false }).first().fill('Nome e cognome');
    await page.locator('.fb-panel').locator('label[for$=validate_required]').click();
    await add('Scelta singola a vista');
    await add('Data e ora');
    await expect.poll(order).toEqual(['Nome e cognome', 'Scelta singola a vista', 'Data e ora']);
    await part('Nome e cognome').getByText('obbligatorio', { exact: true }).waitFor();
    await examine(page);
    await picture(page, 'build-1440');
  });

  it('moves a field by dragging it with the mouse', async () => {
    const handle = page.getByRole('button', { name: 'Trascina Data e ora' });
    const from = await handle.boundingBox();
    const to = await part('Nome e cognome').boundingBox();
    if (from === null || to === null) throw new Error('The fields are not on the page');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y - 40, { steps: 5 });
    await page.mouse.move(to.x + 200, to.y - 4, { steps: 8 });
    await picture(page, 'dragging');
    await page.mouse.up();
    await expect.poll(order).toEqual(['Data e ora', 'Nome e cognome', 'Scelta singola a vista']);
  });

  it('moves a field with the keyboard and says where it is', async () => {
    await page.getByRole('button', { name: 'Trascina Data e ora' }).focus();
    await page.keyboard.press('Space');
    const heardBelow = async (): Promise<string> => {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(150);
      return page.locator('[id^=DndLiveRegion]').innerText();
    };
    await expect.poll(heardBelow).toContain('dopo Nome e cognome');
    await page.keyboard.press('Space');
    await expect.poll(order).toEqual(['Nome e cognome', 'Data e ora', 'Scelta singola a vista']);
  });

  it('moves a field with buttons too', async () => {
    await choose('Data e ora');
    const before = (await order()).indexOf('Data e ora');
    await page.getByRole('button', { name: 'Sposta su Data e ora' }).click();
    await expect.poll(async () => (await order()).indexOf('Data e ora')).toBe(before - 1);
  });

  it('takes back and does again, by keyboard and by button', async () => {
    const before = await order();
    await page.getByRole('button', { name: 'Duplica Data e ora' }).click();
    await expect.poll(async () => (await order()).length).toBe(before.length + 1);
    await page.getByRole('button', { name: 'Trascina Nome e cognome' }).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(order).toEqual(before);
    await page.keyboard.press('Control+y');
    await expect.poll(async () => (await order()).length).toBe(before.length + 1);
    await page
      .getByRole('button', { name: /^Annulla/ })
      .first()
      .click();
    await expect.poll(order).toEqual(before);
  });

  it('offers the way back after a removal', async () => {
    const before = await order();
    await choose('Data e ora');
    await page.getByRole('button', { name: 'Elimina Data e ora' }).click();
    await expect.poll(async () => (await order()).includes('Data e ora')).toBe(false);
    await page.locator('.fb-flash').getByRole('button', { name: 'Annulla' }).click();
    await expect.poll(order).toEqual(before);
  });

  it('asks a condition from lists, and as a formula that Tab leaves', async () => {
    await choose('Nome e cognome');
    await page.locator('summary', { hasText: 'Condizioni' }).click();
    await page.getByRole('combobox', { name: 'Quando si mostra' }).selectOption('when');
    await part('Nome e cognome').getByText('solo a volte').waitFor();
    await examine(page);
    await picture(page, 'condition');
    await page.getByRole('combobox', { name: 'Quando si mostra' }).selectOption('formula');
    const editor = page.getByRole('textbox', { name: 'Quando si mostra' });
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' and (');
    await page.getByText('La formula non è scritta bene').first().waitFor();
    await examine(page);
    await picture(page, 'formula');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await editor.evaluate((element) => element.getRootNode() instanceof ShadowRoot)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.shadowRoot ?? null)).toBeNull();
  });

  it('lists what is wrong and leads there', async () => {
    await page.getByRole('button', { name: /^Controlli/ }).click();
    await page.getByRole('heading', { name: 'Da correggere' }).waitFor();
    await examine(page);
    await picture(page, 'checks');
    await page.getByRole('button', { name: 'Vai a Nome e cognome' }).first().click();
    await page.getByRole('heading', { name: 'Impostazioni di Nome e cognome' }).waitFor();
    await page.getByRole('combobox', { name: 'Quando si mostra' }).selectOption('none');
  });

  it('shows the citizen’s form at the width of a phone, and a computer', async () => {
    await page.getByRole('button', { name: 'Anteprima' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Nome e cognome').fill('Ada');
    expect(await frame.locator('html').evaluate(() => window.innerWidth)).toBe(358);
    await examine(page);
    await picture(page, 'preview-phone');
    await page.getByRole('button', { name: 'Computer' }).click();
    await expect.poll(() => frame.locator('html').evaluate(() => window.innerWidth)).toBe(1278);
    expect(await frame.getByLabel('Nome e cognome').inputValue()).toBe('Ada');
  });

  it('keeps the answers of the preview when the form changes', async () => {
    await page.getByRole('button', { name: 'Costruisci' }).click();
    await choose('Nome e cognome');
    await page.locator('.fb-panel').getByLabel('Etichetta', { exact: false }).first().fill('Nome completo');
    await expect.poll(() => page.getByLabel('Chiave', { exact: true }).inputValue()).toBe('nomeCompleto');
    await page.getByLabel('Chiave', { exact: true }).fill('chi');
    await page.getByRole('button', { name: 'Cambia chiave' }).click();
    await page.locator('.fb-panel').getByLabel('Etichetta', { exact: false }).first().fill('Nome e cognome');
    expect(await page.getByLabel('Chiave', { exact: true }).inputValue()).toBe('chi');
    await add('Numero');
    await page.getByRole('button', { name: 'Anteprima' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Numero').waitFor();
    expect(await frame.getByLabel('Nome e cognome').inputValue()).toBe('Ada');
    await page.getByRole('button', { name: 'Ricomincia' }).click();
    await expect.poll(() => frame.getByLabel('Nome e cognome').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Costruisci' }).click();
    await page
      .getByRole('button', { name: /^Annulla/ })
      .first()
      .click();
    await expect.poll(order).toHaveLength(3);
  });

  it('gives a file that is a form', async () => {
    await page.getByText('File', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Per l’editor di Camunda' }).click(),
    ]);
    await picture(page, 'file-menu');
    const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(readForm(file).issues).toEqual([]);
    expect(file.components[0].components).toHaveLength(3);
    await page.getByText('File', { exact: true }).click();
  });

  it('has what was not saved when the page is opened again', async () => {
    await page.getByText('restano in questo browser').first().waitFor();
    await page.reload();
    await expect.poll(order).toHaveLength(3);
    await page.getByText('Abbiamo ripreso le modifiche', { exact: false }).waitFor();
    await examine(page);
    await picture(page, 'restored');
  });

  it('saves into the package and tells what the check finds in the form', async () => {
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText(/^Salvato alle/).waitFor();
    await page.getByRole('heading', { name: 'Controllo del file' }).waitFor();
    await examine(page);
    await picture(page, 'saved');
    const { text } = await elena.call('readPackageFile', { params: { packageId: ownId }, query: { path } });
    expect(readForm(JSON.parse(text)).issues).toEqual([]);
    expect(text).not.toContain('keyFollowsLabel');
  });

  it('tells the second of two analysts, and loses the text of neither', async () => {
    await edit(paola, ownId, { path, change: (text) => text.replace('Nome e cognome', 'Nome per esteso') });
    await add('Telefono');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText('Intanto il file è cambiato').waitFor();
    await examine(page);
    await picture(page, 'changed-elsewhere');
    await page.getByRole('button', { name: 'Salva la mia versione' }).click();
    await page.getByText(/^Salvato alle/).waitFor();
    const { items } = await elena.call('readPackageHistory', { params: { packageId: ownId }, query: { path } });
    expect(items.map(({ kind }) => kind)).toEqual(['written', 'written', 'written', 'written']);
    const { text } = await elena.call('readPackageFile', { params: { packageId: ownId }, query: { path } });
    expect(text).toContain('Telefono');
    expect(text).not.toContain('Nome per esteso');
  });

  it.each([1024, 390])('can be read %s pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: 'Costruisci' }).click();
    await examine(page);
    await picture(page, `build-${width}`);
  });

  it('breaks no rule of the content security policy', () => {
    expect(analyst.errors).toEqual([]);
  });
});
