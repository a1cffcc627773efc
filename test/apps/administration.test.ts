import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitAs } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { examine, hasBrowser } from '../support/browser.ts';
import { statesOf } from '../support/openers.ts';

const pictures = process.env['ITER_PICTURES'];

// A story, told in its order: the last test asks what the others have looked at.
const story = { timeout: 120_000, shuffle: false };

describe.skipIf(!hasBrowser)('an administrator (skipped without a Chromium)', story, () => {
  let apps: RunningApps;
  beforeAll(async () => {
    apps = await theApps();
    const giulia = await apps.api.signIn('giulia', 'citizen');
    await submitAs(apps.api, { visitor: giulia, username: 'giulia' });
  }, 180_000);
  afterAll(() => apps?.stop());

  let count = 0;
  /** What was looked at, with the width. */
  const judged = new Set<string>();

  /**
   * Proves that axe finds nothing and that nothing sticks out, what is opened least of all, and keeps a picture for who
   * wants to look.
   */
  async function judge(page: Page, name: string): Promise<void> {
    await page.waitForLoadState('networkidle');
    await examine(page);
    const width = page.viewportSize()?.width ?? 0;
    judged.add(`${name} ${width}`);
    for (const box of await page.locator('dialog[open], [role=listbox]:visible').all()) {
      const place = await box.boundingBox();
      expect(place?.x, `${name}: left edge`).toBeGreaterThanOrEqual(0);
      expect((place?.x ?? 0) + (place?.width ?? 0), `${name}: right edge`).toBeLessThanOrEqual(width);
    }
    const path = `${pictures}/${width}-${count++}-${name}.png`;
    if (pictures !== undefined) await page.screenshot({ path, fullPage: true });
  }

  for (const width of [390, 1440]) {
    it(`sees a gap, fills it and knows what it changes, ${width} pixels wide`, async () => {
      const device = await apps.signedIn('amministratore', 'office', width);
      const { page } = device;
      const code = `ente_${width}`;
      const franco = await apps.api.signIn('amministratore', 'office');
      await franco.call('keepRegisterRow', {
        params: { register: 'bodies' },
        body: { cells: { codice_ipa: code, nome: `Ente di prova ${width}`, tipo: 'agenzia' } },
      });
      await page.goto(`/ufficio/amministrazione?ente=${code}`);
      await page.getByRole('heading', { name: 'Ruoli scoperti' }).waitFor();
      await judge(page, 'gaps');
      await page.getByRole('combobox', { name: 'Ente' }).fill(`prova ${width}`);
      await page.getByRole('option', { name: `Ente di prova ${width}` }).waitFor();
      await judge(page, 'body-choice');
      await page.getByRole('combobox', { name: 'Ente' }).press('Escape');

      await page.getByRole('link', { name: /^Assegna un ufficio al ruolo Sportello/ }).click();
      await page.getByLabel('Ente dell’ufficio').fill('Regione Emilia');
      await page.getByRole('option', { name: /Regione Emilia-Romagna/ }).waitFor();
      await judge(page, 'body-of-row');
      await page.getByRole('option', { name: /Regione Emilia-Romagna/ }).click();
      await page.getByLabel('Ufficio', { exact: true }).selectOption('urp');
      await judge(page, 'assignment');
      await page.getByRole('button', { name: 'Registra' }).click();
      await page.getByRole('dialog').getByText('Nessuna pratica in corso.').waitFor();
      await judge(page, 'assignment-confirmed');
      await page.getByRole('button', { name: 'Conferma' }).click();
      await page.getByText('Una riga registrata.').waitFor();
      await judge(page, 'assignments');

      await page.goto(
        '/ufficio/amministrazione/assegnazioni/riga?ente=r_emiro&procedimento=accesso-agli-atti&ruolo=front-desk',
      );
      await page.getByLabel('Ufficio', { exact: true }).selectOption('documenti');
      await page.getByRole('button', { name: 'Registra' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Una pratica in corso.').waitFor();
      expect(await dialog.innerText()).toContain('L’attività già aperta resta a Ufficio relazioni con il pubblico.');
      await judge(page, 'assignment-running');
      await page.getByRole('button', { name: 'Annulla' }).click();
      expect(device.errors).toEqual([]);
      await device.close();
    });

    it(`is told all that is wrong in a list, and ends a role, ${width} pixels wide`, async () => {
      const device = await apps.signedIn('amministratore', 'office', width);
      const { page } = device;
      await page.goto('/ufficio/amministrazione/persone?ente=r_emiro');
      await page.getByText('Conti').first().waitFor();
      await judge(page, 'people');
      await page.getByRole('button', { name: /^Chiudi FBBCRL64T19H294Q/ }).click();
      await page.getByText('Non ha attività in carico').waitFor();
      await judge(page, 'end');
      await page.getByRole('button', { name: 'Annulla' }).click();
      await page.getByRole('link', { name: 'Aggiungi' }).click();
      await page.getByLabel('Codice fiscale').fill('sbagliato');
      await page.getByRole('button', { name: 'Registra' }).click();
      await page.getByRole('link', { name: /^Codice fiscale: / }).waitFor();
      await judge(page, 'wrong-row');

      await page.goto('/ufficio/amministrazione/uffici/importa?ente=r_emiro');
      const buffer = Buffer.from('ente;codice;nome\nr_emiro;Maiuscolo;Prova\nnessuno;prova;');
      await page.getByLabel('File CSV').setInputFiles({ name: 'uffici.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Importa' }).click();
      await page.getByText('2 punti da correggere').waitFor();
      await judge(page, 'import-refused');
      expect(device.errors).toEqual([]);
      await device.close();
    });
  }

  it('is shown at both widths whatever a component of these pages opens', () => {
    const wanted = statesOf('administration').flatMap((state) => [`${state} 390`, `${state} 1440`]);
    expect([...judged]).toEqual(expect.arrayContaining(wanted));
  });
});
