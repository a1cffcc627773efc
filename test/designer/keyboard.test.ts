import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApi, type RunningApi } from '../support/api.ts';
import { aDevice, hasBrowser, launchBrowser } from '../support/browser.ts';
import { chooseIdentity } from '../support/journey.ts';
import { aBlankPackage } from '../support/packages.ts';
import { builtApps } from './built-pages.ts';

const pictures = process.env['ITER_PICTURES'];

/** The name of what has the focus, in a frame too, as somebody hears it. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const inside = document.activeElement instanceof HTMLIFrameElement && document.activeElement.contentDocument;
    const element = (inside || document).activeElement;
    if (element === null || element.tagName === 'BODY') return '';
    const label = element.id === '' ? null : element.ownerDocument.querySelector(`label[for="${element.id}"]`);
    return element.ariaLabel ?? (label ?? element).textContent ?? '';
  });

/** Goes on with a key until what has the focus is called so; more than a page has is a dead end. */
async function reach(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 120; step += 1) {
    const here = (await focusedName(page)).trim();
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    seen.push(here);
    await page.keyboard.press(key);
  }
  throw new Error(`No way with ${key} to ${name}; passed ${seen.join(' > ')}`);
}

// A story, told in its order.
const story = { timeout: 120_000, shuffle: false };

describe.skipIf(!hasBrowser)('the builder without a mouse (skipped without a Chromium)', story, () => {
  let api: RunningApi;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const pagesFolder = await builtApps();
    [api, browser] = await Promise.all([anApi({ pagesFolder }), launchBrowser()]);
    ({ page } = await aDevice(browser, api.baseUrl, 1440));
    page.setDefaultTimeout(10_000);
    const { packageId } = await aBlankPackage(await api.signIn('analista', 'office'), 'da-tastiera');
    await page.goto(`/progetta/procedimenti/${packageId}`);
    await page.getByRole('link', { name: 'Accedi' }).click();
    await chooseIdentity(page, 'Elena');
    await page.getByText('Nuovo modulo', { exact: true }).waitFor();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const order = () => page.locator('.fb-field .fb-part-label').allInnerTexts();
  const focused = () => focusedName(page);

  it('adds fields one after the other from the palette', async () => {
    await reach(page, 'Nuovo modulo');
    await press('Enter');
    await reach(page, 'Nome del modulo');
    await page.keyboard.type('prova');
    await press('Enter');
    await page.getByRole('heading', { name: 'Aggiungi' }).waitFor();
    for (const type of ['Testo breve', 'Numero', 'Telefono']) {
      await reach(page, type);
      await press('Enter');
    }
    await expect.poll(order).toEqual(['Testo breve', 'Numero', 'Telefono']);
    expect(await focused()).toBe('Telefono');
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/keyboard-added.png` });
  });

  it('passes with F6 between types, form and settings', async () => {
    await press('F6');
    expect(await focused()).toBe('Telefono');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('fb-part-name');
    await press('F6');
    expect(await focused()).toBe('Impostazioni di Telefono');
    await press('F6');
    expect(await focused()).toContain('Nuova pagina');
    await press('Shift+F6');
    expect(await focused()).toBe('Impostazioni di Telefono');
  });

  it('edits the settings, and a new key leaves the focus there', async () => {
    await reach(page, /^Etichetta/);
    await press('Control+a');
    await page.keyboard.type('Recapito');
    await expect.poll(order).toEqual(['Testo breve', 'Numero', 'Recapito']);
    await reach(page, 'Chiave');
    await press('Control+a');
    await page.keyboard.type('recapiti');
    await reach(page, 'Cambia chiave');
    await press('Enter');
    await page.getByText('recapiti', { exact: true }).first().waitFor();
    expect(await focused()).toBe('Impostazioni di Recapito');
  });

  it('moves a field up and down without losing the button', async () => {
    await press('Shift+F6');
    await reach(page, 'Sposta su Recapito');
    await press('Enter', 'Enter');
    await expect.poll(order).toEqual(['Recapito', 'Testo breve', 'Numero']);
    expect(await focused()).toBe('Sposta su Recapito');
    await press('Tab', 'Enter');
    await expect.poll(order).toEqual(['Testo breve', 'Recapito', 'Numero']);
    expect(await focused()).toBe('Sposta giù Recapito');
    await press('Enter');
    await expect.poll(order).toEqual(['Testo breve', 'Numero', 'Recapito']);
    expect(await focused()).toBe('Sposta giù Recapito');
  });

  it('stays on the handle of a field that was carried', async () => {
    await reach(page, 'Trascina Recapito', 'Shift+Tab');
    await press('Space');
    await page.waitForTimeout(150);
    const heardAbove = async (): Promise<string> => {
      await press('ArrowUp');
      await page.waitForTimeout(150);
      return page.locator('[id^=DndLiveRegion]').innerText();
    };
    await expect.poll(heardAbove).toContain('primo posto in');
    await press('Space');
    await expect.poll(order).toEqual(['Recapito', 'Testo breve', 'Numero']);
    await expect.poll(focused).toBe('Trascina Recapito');
  });

  it('duplicates a field and goes to the copy', async () => {
    await reach(page, 'Duplica Recapito');
    await press('Enter');
    await expect.poll(order).toEqual(['Recapito', 'Recapito', 'Testo breve', 'Numero']);
    expect(await page.evaluate(() => document.activeElement?.closest('.fb-part')?.className)).toContain('is-selected');
    expect(await focused()).toBe('Recapito');
  });

  it('deletes a field and goes to the one after', async () => {
    await reach(page, 'Elimina Recapito');
    await press('Enter');
    await expect.poll(order).toEqual(['Recapito', 'Testo breve', 'Numero']);
    await expect.poll(focused).toBe('Testo breve');
  });

  it('takes back and does again without leaving the place', async () => {
    await press('Control+z');
    await expect.poll(order).toHaveLength(4);
    await expect.poll(focused).toBe('Testo breve');
    await press('Control+y');
    await expect.poll(order).toHaveLength(3);
    await expect.poll(focused).not.toBe('');
    await reach(page, /^Annulla/, 'Shift+Tab');
    await press('Enter');
    await expect.poll(order).toHaveLength(4);
    expect(await focused()).toMatch(/^Annulla/);
  });

  it('finds a field and goes there', async () => {
    await reach(page, 'Cerca nel modulo');
    await page.keyboard.type('num');
    await press('Enter');
    await expect.poll(focused).toBe('Numero');
  });

  it('fills the form in the preview and comes back', async () => {
    await reach(page, 'Anteprima', 'Shift+Tab');
    await press('Enter');
    await page.frameLocator('iframe').getByLabel('Testo breve').waitFor();
    await reach(page, /^Testo breve/);
    await page.keyboard.type('Ada');
    expect(await page.frameLocator('iframe').getByLabel('Testo breve').inputValue()).toBe('Ada');
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/keyboard-preview.png` });
    await reach(page, 'Costruisci', 'Shift+Tab');
    await press('Enter');
    await expect.poll(order).toHaveLength(4);
  });

  it('goes from a check to the field it is about', async () => {
    await page.locator('.fb-canvas').getByRole('button', { name: 'Numero', exact: true }).focus();
    await press('Enter', 'F6');
    await reach(page, /^Etichetta/);
    await press('Control+a', 'Delete');
    await reach(page, /^Controlli/, 'Shift+Tab');
    await press('Enter');
    await reach(page, /^Vai a/);
    await press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('fb-part-name');
  });
});
