import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDevice, hasBrowser, launchBrowser, type Device } from '../support/browser.ts';
import { chooseIdentity, pick } from '../support/journey.ts';
import { anEngineHome, type EngineHome, type EngineProcess } from '../support/server.ts';

const pictures = env['ITER_PICTURES'];

const protocol = { label: 'Numero di protocollo', english: 'Registration number' } as const;
const file = { label: 'Numero del fascicolo', english: 'File number' } as const;

/** On a computer the procedure itself is changed, on a phone a copy of it, with a field more. */
const ways = [
  { width: 1440, procedureId: 'accesso-agli-atti', copy: undefined, version: 2, name: 'Giulia', ...protocol },
  { width: 390, procedureId: 'accesso-in-prova', copy: 'accesso-in-prova', version: 1, name: 'Marco', ...file },
] as const;

// A story, told in its order.
const story = { timeout: 120_000, shuffle: false };

describe.skipIf(!hasBrowser)('a field on its way from the analyst to the citizen (skipped without a Chromium)', () => {
  let home: EngineHome;
  let engine: EngineProcess;
  let browser: Browser;

  /** A second analyst, and the rule that whoever changes a procedure does not publish it. */
  beforeAll(async () => {
    home = await anEngineHome();
    [engine, browser] = await Promise.all([home.start(), launchBrowser()]);
    const iter = (...words: readonly string[]) =>
      promisify(execFile)(process.execPath, ['engine/iter.mjs', ...words], { env: { ...env, ...engine.env } });
    const people = join(engine.env['ITER_HOME'] ?? '', 'analisti.csv');
    writeFileSync(
      people,
      'codice_fiscale;nome;cognome;email;ente;ufficio;ruolo;dal;al\nCNTPLA76H55A944N;Paola;Conti;;r_emiro;urp;analista;01/01/2020;\n',
    );
    await iter('people', 'import', people);
    await iter('packages', 'four-eyes', 'r_emiro', 'on');
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await home?.remove();
  });

  describe.each(ways)('$width pixels wide', story, ({ width, procedureId, copy, version, name, label, english }) => {
    let elena: Device;
    /** The page of the package. */
    let address: string;
    beforeAll(async () => {
      elena = await deviceOf(width);
    });
    afterAll(() => elena?.close());

    const deviceOf = async (pixels: number): Promise<Device> => {
      const device = await aDevice(browser, engine.baseUrl, pixels);
      device.page.setDefaultTimeout(15_000);
      return device;
    };
    const seen = async ({ page, look }: Device, what: string): Promise<void> => {
      await look();
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/analyst-${width}-${what}.png` });
    };
    const save = async ({ page }: Device): Promise<void> => {
      await page.getByRole('button', { name: 'Salva', exact: true }).click();
      await page.getByText(/^Salvato alle/).waitFor();
      await page.getByRole('heading', { name: 'Controllo del file' }).waitFor();
    };

    it('an analyst signs in and begins from what is published', async () => {
      const { page } = elena;
      await page.goto('/progetta');
      await page.getByRole('link', { name: 'Accedi' }).click();
      await chooseIdentity(page, 'Elena');
      await page.getByRole('link', { name: 'Comincia un procedimento' }).click();
      await page.getByLabel('Ente').selectOption('Regione Emilia-Romagna');
      const way = page.getByRole('form', { name: 'Da un procedimento pubblicato' });
      if (copy !== undefined) {
        await way.getByText('Farne una copia con un altro nome').click();
        await way.getByLabel('Nome nel sistema').fill(copy);
      }
      await seen(elena, 'begin');
      await way.getByRole('button', { name: 'Comincia' }).click();
      await page.getByRole('heading', { name: 'Controllo e pubblicazione' }).waitFor();
      address = page.url();
      await seen(elena, 'package');
    });

    it('they add a field to a form and save it', async () => {
      const { page } = elena;
      await page.getByRole('link', { name: 'forms/accesso-richiesta.json' }).click();
      await page.getByRole('heading', { name: 'forms/accesso-richiesta.json' }).waitFor();
      await page
        .locator('.fb-canvas')
        .getByRole('button', { name: /^Quale documento o dato chiedi/ })
        .first()
        .click();
      await page.locator('.fb-palette').getByRole('button', { name: 'Testo breve', exact: true }).click();
      await page.locator('.fb-panel').getByLabel('Etichetta', { exact: false }).first().fill(label);
      await save(elena);
    });

    it('they are told that the field has no English, and mend it', async () => {
      const { page } = elena;
      await page
        .getByText(/inglese/)
        .first()
        .waitFor();
      await seen(elena, 'finding');
      await page.locator('.fb-panel summary', { hasText: 'In inglese' }).click();
      await page.getByLabel('Etichetta in inglese').fill(english);
      await save(elena);
      await page.getByText('I controlli non trovano nulla in questo file.').waitFor();
      await seen(elena, 'mended');
    });

    it('they may not publish their own change', async () => {
      const { page } = elena;
      await page.goto(address);
      await page.getByRole('button', { name: 'Controlla', exact: true }).click();
      await page.getByText('I controlli non trovano errori.').waitFor();
      await page.getByText(/nel tuo ente pubblica un’altra persona/).waitFor();
      expect(await page.getByRole('button', { name: 'Pubblica', exact: true }).isDisabled()).toBe(true);
      await seen(elena, 'checked');
    });

    it('another analyst looks and publishes', async () => {
      const paola = await deviceOf(width);
      const { page } = paola;
      await page.goto(address);
      await page.getByRole('link', { name: 'Accedi' }).click();
      await chooseIdentity(page, 'Paola');
      await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
      await seen(paola, 'publish');
      await page.getByRole('button', { name: 'Pubblica il procedimento' }).click();
      await page.getByText(`Pubblicata la versione ${version}.`, { exact: false }).waitFor();
      await seen(paola, 'published');
      expect(paola.errors).toEqual([]);
      await paola.close();
    });

    it('a citizen meets the field, in Italian and in English', async () => {
      const citizen = await deviceOf(width);
      const { page } = citizen;
      await page.goto(`/servizi/${procedureId}`);
      await page.getByRole('link', { name: 'Accedi al servizio' }).first().click();
      await chooseIdentity(page, name);
      await page.getByText('Ho letto l’informativa').click();
      await page.getByRole('button', { name: 'Inizia' }).click();
      await pick(page, 'Per me');
      await page.getByRole('button', { name: 'Continua' }).click();
      await page.getByLabel(label).fill('2026/1');
      await seen(citizen, 'met');
      await page.getByRole('button', { name: /Lingua/ }).click();
      await page.getByRole('button', { name: 'English' }).click();
      expect(await page.getByLabel(english).inputValue()).toBe('2026/1');
      expect(citizen.errors).toEqual([]);
      await citizen.close();
    });

    it('no page breaks a rule of the content security policy', () => {
      expect(elena.errors).toEqual([]);
    });
  });
});
