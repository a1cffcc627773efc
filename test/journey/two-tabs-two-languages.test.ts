import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDevice, hasBrowser, launchBrowser, type Device } from '../support/browser.ts';
import { openApplication, pick } from '../support/journey.ts';
import { anEngineHome, type EngineHome, type EngineProcess } from '../support/server.ts';

const subject = 'I verbali della gara per la mensa della scuola';

describe.skipIf(!hasBrowser)('a draft in two tabs, offline and in English (skipped without a Chromium)', () => {
  let home: EngineHome;
  let engine: EngineProcess;
  let browser: Browser;
  let device: Device;
  let other: Page;

  beforeAll(async () => {
    home = await anEngineHome();
    [engine, browser] = await Promise.all([home.start(), launchBrowser()]);
    device = await aDevice(browser, engine.baseUrl);
  });

  afterAll(async () => {
    await browser?.close();
    await home?.remove();
  });

  it('what one tab saves the other takes over and tells', async () => {
    const { page, context } = device;
    await openApplication(device, 'Giulia');
    other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('heading', { name: 'Che cosa chiedi' }).waitFor();
    await page.getByLabel('Quale documento o dato chiedi?').fill(subject);
    await other.getByText('Questa bozza è cambiata anche altrove').waitFor();
    expect(await other.getByLabel('Quale documento o dato chiedi?').inputValue()).toBe(subject);
    await other.getByRole('button', { name: 'Ho controllato' }).click();
    await other.close();
  });

  it('what is written without a connection is kept and sent', async () => {
    const { page, context } = device;
    await context.setOffline(true);
    await page.getByLabel('Ufficio').fill('Ufficio scuola');
    await page
      .getByText(/Connessione assente/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await page
      .getByText(/La connessione è tornata/)
      .first()
      .waitFor({ timeout: 40_000 });
    await page.reload();
    await expect.poll(() => page.getByLabel('Ufficio').inputValue()).toBe('Ufficio scuola');
  });

  it('the form can be read and filled in English', async () => {
    const { page, look } = device;
    await page.getByRole('button', { name: /Lingua/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'What you ask for' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByLabel('Which document or information do you ask for?').inputValue()).toBe(subject);
    await pick(page, 'A document that concerns me');
    await look();
    await page.reload();
    await page.getByRole('heading', { name: 'What you ask for' }).waitFor();
    expect(device.errors.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });
});
