import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyIdOf } from '../../engine/store/seed/bodies.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import type { Visitor } from '../support/api.ts';
import { examine, hasBrowser, type Device } from '../support/browser.ts';
import { aBlankPackage } from '../support/packages.ts';
import { camundaForm } from './forms/camunda-form.ts';

const pictures = process.env['ITER_PICTURES'];

/** Keeps a picture of the page for whoever wants to look, when `ITER_PICTURES` names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` });
}

const many = { timeout: 120_000 };

describe.skipIf(!hasBrowser)('the forms of a package in a browser (skipped without a Chromium)', many, () => {
  let apps: RunningApps;
  let elena: Visitor;
  let ownId: string;
  let accessId: string;
  let analyst: Device;
  let page: Page;

  beforeAll(async () => {
    apps = await theApps();
    elena = await apps.api.signIn('analista', 'office');
    ({ packageId: ownId } = await aBlankPackage(elena, 'con-moduli'));
    const from = { type: 'published', procedureId: 'accesso-agli-atti' } as const;
    ({ packageId: accessId } = await elena.call('createPackage', { body: { from, bodyId: bodyIdOf('r_emiro') } }));
    analyst = await apps.signedIn('analista', 'office', 1440);
    page = analyst.page;
  }, 180_000);

  afterAll(() => apps?.stop());

  it('takes in a form of another editor and says what it could not take', async () => {
    await page.goto(`/progetta/procedimenti/${ownId}`);
    await page.getByText('Aggiungi un file', { exact: true }).click();
    const buffer = Buffer.from(JSON.stringify(camundaForm));
    const file = page.locator('.fb-add input[type=file]');
    await file.setInputFiles({ name: 'altrove.form', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await page.getByRole('heading', { name: 'forms/altrove.json' }).waitFor();
    await page.getByRole('button', { name: /^Controlli/ }).click();
    await page.getByRole('heading', { name: 'Dall’importazione' }).waitFor();
    await picture(page, 'imported');
  });

  it('shows a text that is no form as text, with the reason', async () => {
    const body = { path: 'forms/rotto.json', revision: 0, text: '{ "components": 3 }' };
    await elena.call('writePackageFile', { params: { packageId: ownId }, body });
    await page.goto(`/progetta/procedimenti/${ownId}/file/forms%2Frotto.json`);
    await page.getByText('manca l’elenco «components»', { exact: false }).waitFor();
    expect(await page.getByLabel('Testo del file').inputValue()).toBe(body.text);
    await examine(page);
    await picture(page, 'no-form');
  });

  it('warns before an answer that the procedure uses goes', async () => {
    await page.goto(`/progetta/procedimenti/${accessId}/file/forms%2Faccesso-richiesta.json`);
    await page.getByLabel('Cerca nel modulo').fill('tipo di accesso');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Elimina Che tipo di accesso/ }).click();
    await page.getByRole('dialog').getByText('tipo-accesso.dmn').first().waitFor();
    await examine(page);
    await picture(page, 'removal');
    await page.getByRole('button', { name: 'Lascia com’è' }).click();
    await page.getByLabel('Chiave', { exact: true }).fill('genere');
    await page.getByRole('button', { name: 'Cambia chiave' }).click();
    await page
      .getByRole('dialog')
      .getByText(/Nel modulo la usano/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cambia chiave' }).click();
    await page.getByRole('button', { name: /^Controlli/ }).click();
    await page.getByText('«tipo» non è più nel modulo di partenza', { exact: false }).waitFor();
    await examine(page);
  });

  it('break no rule of the content security policy', () => {
    expect(analyst.errors).toEqual([]);
  });
});
