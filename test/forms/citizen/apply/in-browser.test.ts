import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../../../engine/publish.ts';
import type { Draft } from '../../../../forms/contract/drafts.ts';
import { builtApps } from '../../../designer/built-pages.ts';
import { anApi, type RunningApi, type Visitor } from '../../../support/api.ts';
import { applied, deskTask, smallProcedure } from '../../../support/between.ts';
import { end, path, process } from '../../../support/bpmn.ts';
import { aDevice, hasBrowser, launchBrowser, type Device } from '../../../support/browser.ts';
import { aField, aForm, aPage } from '../../schema/a-form.ts';
import { rowsSent } from '../../../support/desk.ts';

const procedureId = 'prova-bozza';

const own = aField({
  key: 'residenza',
  label: 'Residenza',
  validate: { required: true },
  properties: { prefill: 'registry.anpr.residenza', correctable: 'true' },
});
const province = aField({
  ...{ type: 'select', key: 'provincia', label: 'Provincia' },
  properties: { choicesFrom: 'vocabulary:provinces' },
});

const body = aField({ key: 'ente', label: 'Ente', validate: { required: true } });

/** The form as it is at first, and as it is published while a draft is open. */
const forms = [
  [
    body,
    aField({ key: 'oggetto', label: 'Oggetto', validate: { required: true } }),
    aField({ key: 'luogo', label: 'Luogo', validate: { required: true } }),
    province,
    own,
  ],
  [
    body,
    aField({ key: 'oggetto', label: 'Oggetto', validate: { required: true, maxLength: 5 } }),
    aField({ key: 'luogo', label: 'In che luogo', validate: { required: true } }),
    province,
    own,
    aField({ key: 'quando', label: 'Quando' }),
  ],
] as const;

async function publishForm(api: RunningApi, version: 0 | 1): Promise<void> {
  const diagram = process(procedureId, applied('s'), deskTask('look'), end('e'), ...path('s', 'look', 'e'));
  const { files } = smallProcedure(procedureId, diagram);
  const form = { ...aForm(aPage('dati', forms[version], { label: 'Dati' })), id: 'domanda' };
  const all = { ...files, 'forms/domanda.json': JSON.stringify(form) };
  const published = await publish(api.db, { procedureId, files: all }, new Date().toISOString());
  expect(published.findings.filter(({ level }) => level === 'error')).toEqual([]);
}

// A story, told in its order.
const story = { timeout: 60_000, shuffle: false };

describe.skipIf(!hasBrowser)('a draft in a browser (skipped without a Chromium)', story, () => {
  let api: RunningApi;
  let browser: Browser;
  let giulia: Visitor;
  let draft: Draft;
  let [phone, desk]: Device[] = [];

  beforeAll(async () => {
    const pagesFolder = await builtApps();
    [api, browser] = await Promise.all([anApi({ pagesFolder }), launchBrowser()]);
    await publishForm(api, 0);
    giulia = await api.signIn('giulia', 'citizen');
    draft = await giulia.call('createDraft', { body: { procedureId } });
    const answers = { ...draft.answers, ente: api.bodyId, oggetto: 'Prova', luogo: 'Bologna', provincia: 'BO' };
    await giulia.call('saveDraft', { params: { draftId: draft.draftId }, body: { revision: draft.revision, answers } });
    phone = await open(390);
    desk = await open(1280);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  /** A device of Giulia's with the page of the draft open. */
  async function open(width: number): Promise<Device> {
    const device = await aDevice(browser, api.baseUrl, width);
    device.page.setDefaultTimeout(10_000);
    const cookies = giulia.jar.header(`${api.baseUrl}/`).split('; ');
    await device.context.addCookies(
      cookies.map((cookie) => {
        const [name = '', ...value] = cookie.split('=');
        return { name, value: value.join('='), url: api.baseUrl };
      }),
    );
    await device.page.goto(`/servizi/${procedureId}/domanda/${draft.draftId}?passo=page-1`);
    await device.page.getByLabel('Oggetto').waitFor();
    return device;
  }

  const both = (): readonly [Device, Device] => {
    if (phone === undefined || desk === undefined) throw new Error('The devices are not open');
    return [phone, desk];
  };
  const saved = (page: Page) =>
    page
      .getByText(/Bozza salvata alle/)
      .first()
      .waitFor();
  const valueOf = (page: Page, label: string) => page.getByLabel(label, { exact: true }).inputValue();

  it('fits 320 pixels in the colours of a high contrast theme', async () => {
    const [{ page, look }] = both();
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize({ width: 320, height: 640 });
    await look();
    const folder = globalThis.process.env['ITER_PICTURES'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/contrast-320.png`, fullPage: true });
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('on two devices keeps the last answer of each field, and tells', async () => {
    const [{ page: small }, { page: wide, look }] = both();
    await small.getByLabel('Oggetto').fill('Altro');
    await small.getByLabel('Provincia').fill('Moden');
    await small.getByRole('option', { name: 'Modena' }).click();
    await saved(small);
    await wide.getByLabel('Luogo').fill('Imola');
    const notice = wide.getByRole('alert').filter({ hasText: 'Questa bozza è cambiata anche altrove' });
    await notice.waitFor();
    expect(await valueOf(wide, 'Oggetto')).toBe('Altro');
    expect(await valueOf(wide, 'Luogo')).toBe('Imola');
    await expect.poll(() => notice.innerText()).toMatch(/Provincia.*Qui c’era: Bologna/);
    await look();
    const { answers } = await giulia.call('readDraft', { params: { draftId: draft.draftId } });
    expect(answers).toMatchObject({ oggetto: 'Altro', provincia: 'MO', luogo: 'Imola' });
    await notice.getByRole('button', { name: 'Ho controllato' }).click();
  });

  it('keeps what was written last where both changed the same, and gives the other back', async () => {
    const [{ page: small }, { page: wide }] = both();
    await small.getByLabel('Luogo').fill('Parma');
    const notice = small.getByRole('alert').filter({ hasText: 'Questa bozza è cambiata anche altrove' });
    await notice.getByText('Altrove avevi scritto: Imola').waitFor();
    expect(await valueOf(small, 'Luogo')).toBe('Parma');
    await notice.getByRole('button', { name: /Usa questa risposta: «Imola»/ }).click();
    await expect.poll(() => valueOf(small, 'Luogo')).toBe('Imola');
    await saved(small);
    await wide.reload();
    await expect.poll(() => valueOf(wide, 'Luogo')).toBe('Imola');
  });

  it('lets what a registry knows be corrected with a reason, which goes on record', async () => {
    const [, { page, look }] = both();
    expect(await page.getByLabel('Residenza', { exact: true }).getAttribute('readonly')).not.toBeNull();
    await page.getByRole('button', { name: 'Correggi «Residenza»' }).click();
    await page.getByLabel('Residenza', { exact: true }).fill('Via Po 1');
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.getByText('Scrivi perché correggi questo dato').first().waitFor();
    await look();
    await page.getByLabel('Perché correggi «Residenza»?').fill('Ho traslocato ieri');
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.getByRole('heading', { name: 'Riepilogo', exact: true }).waitFor();
    await expect
      .poll(async () => (await giulia.call('readDraft', { params: { draftId: draft.draftId } })).reasons)
      .toEqual({ residenza: 'Ho traslocato ieri' });
  });

  it('says what to check when its form changes, before it is sent', async () => {
    await publishForm(api, 1);
    const [, { page, look }] = both();
    await page.getByRole('button', { name: 'Conferma e invia' }).click();
    await page.getByRole('button', { name: 'Dichiaro e invio' }).click();
    const notice = page.getByRole('alert').filter({ hasText: 'Il modulo è cambiato' });
    await notice.waitFor();
    const told = await notice.innerText();
    expect(told).toContain('Il modulo è cambiato mentre lo compilavi');
    expect(told).toMatch(/In che luogo la domanda è scritta in un altro modo/);
    expect(told).toMatch(/Quando è una domanda nuova/);
    await look();
    await notice.getByRole('link', { name: 'In che luogo' }).click();
    expect(await valueOf(page, 'In che luogo')).toBe('Imola');
    await notice.getByRole('button', { name: 'Ho controllato' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  it('is sent then, and the office reads the reason beside the answer', async () => {
    const [, { page }] = both();
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.getByRole('button', { name: 'Conferma e invia' }).click();
    await page.getByRole('button', { name: 'Dichiaro e invio' }).click();
    await page.getByRole('heading', { name: 'Abbiamo ricevuto la tua richiesta' }).waitFor();
    const [, dossierId = ''] = /pratiche\/([^/]+)/.exec(page.url()) ?? [];
    const clerk = await api.signIn('operatore', 'office');
    const dossier = await clerk.call('readOfficeDossier', { params: { dossierId } });
    expect(rowsSent(dossier).find(({ key }) => key === 'residenza')).toMatchObject({
      text: 'Via Po 1',
      origin: 'declared',
      correction: { origin: 'registry:anpr', reason: 'Ho traslocato ieri' },
    });
    expect([phone, desk].flatMap((device) => device?.errors ?? [])).toEqual([]);
  });
});
