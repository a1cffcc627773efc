import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publish } from '../../../engine/publish.ts';
import { builtApps } from '../../designer/built-pages.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { applied, deskTask, smallProcedure } from '../../support/between.ts';
import { end, path, process } from '../../support/bpmn.ts';
import { aDevice, hasBrowser, launchBrowser, type Device } from '../../support/browser.ts';
import { aField, aForm, aList, aPage } from '../schema/a-form.ts';

const procedureId = 'prova-allegati';
const picker = aField({ type: 'filepicker', key: 'allegati', label: 'Allegati', multiple: true, accept: '.pdf' });
const body = aField({ type: 'textfield', key: 'ente', label: 'Ente' });
const subject = aField({ key: 'oggetto', label: 'Oggetto' });
const without = aField({ type: 'checkbox', key: 'senza', label: 'Non ho documenti' });
const hideable = { ...picker, conditional: { hide: '=senza = true' } };
const people = aList('persone', [aField(), { ...picker, key: 'delega', label: 'Delega' }], {
  label: 'Persone',
  defaultRepetitions: 2,
});
const pdf = { name: 'atto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF\n') };

const formOf = (id: string, ...pages: readonly ReturnType<typeof aPage>[]): string =>
  JSON.stringify({ ...aForm(...pages), id });

async function publishProcedure(api: RunningApi): Promise<void> {
  const diagram = process(procedureId, applied('s'), deskTask('look'), end('e'), ...path('s', 'look', 'e'));
  const { files } = smallProcedure(procedureId, diagram);
  const all = {
    ...files,
    'forms/domanda.json': formOf(
      'domanda',
      aPage('dati', [without, hideable]),
      aPage('altro', [body, subject, people]),
    ),
    'forms/nota.json': formOf('nota', aPage('nota', [picker])),
  };
  const published = await publish(api.db, { procedureId, files: all }, new Date().toISOString());
  expect(published.findings.filter(({ level }) => level === 'error')).toEqual([]);
}

/** Holds the uploads of a page back until they are let go, or refused. */
async function holdUploads(page: Page) {
  let decide: (refused: boolean) => void = () => undefined;
  const decided = new Promise<boolean>((resolve) => (decide = resolve));
  await page.route('**/api/v1/uploads*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const isRefused = await decided;
    // A page that gave the file up answers no more.
    await (isRefused ? route.abort() : route.continue()).catch(() => undefined);
  });
  return { letGo: () => decide(false), refuse: () => decide(true) };
}

const waiting = (page: Page) => page.getByRole('dialog', { name: 'Aspetto che i file siano caricati' });
const put = (page: Page) => page.getByLabel(/Scegli un file|Aggiungi un altro file/).setInputFiles(pdf);

describe.skipIf(!hasBrowser)('files that are still going up (skipped without a Chromium)', { timeout: 60_000 }, () => {
  let api: RunningApi;
  let browser: Browser;
  let giulia: Visitor;
  let draftId: string;
  let device: Device;

  beforeAll(async () => {
    const pagesFolder = await builtApps();
    [api, browser] = await Promise.all([anApi({ pagesFolder }), launchBrowser()]);
    await publishProcedure(api);
    giulia = await api.signIn('giulia', 'citizen');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  async function open(visitor: Visitor, address: string): Promise<Page> {
    device = await aDevice(browser, api.baseUrl, 1280);
    device.page.setDefaultTimeout(20_000);
    for (const place of ['/', '/api/v1/', '/ufficio/']) {
      const cookies = visitor.jar.header(`${api.baseUrl}${place}`).split('; ');
      await device.context.addCookies(
        cookies.map((cookie) => {
          const [name = '', ...value] = cookie.split('=');
          return { name, value: value.join('='), url: api.baseUrl };
        }),
      );
    }
    await device.page.goto(address);
    return device.page;
  }

  describe('in an application', () => {
    let page: Page;

    beforeEach(async () => {
      const draft = await giulia.call('createDraft', { body: { procedureId } });
      draftId = draft.draftId;
      page = await open(giulia, `/servizi/${procedureId}/domanda/${draftId}?passo=dati`);
    });

    const attached = async (): Promise<unknown> =>
      (await giulia.call('readDraft', { params: { draftId } })).answers['allegati'];

    it('hold the next step, which opens by itself with the file in the answer', async () => {
      const uploads = await holdUploads(page);
      await put(page);
      await page.getByRole('button', { name: 'Continua' }).click();
      await waiting(page).waitFor();
      expect(await waiting(page).innerText()).toContain('atto.pdf');
      uploads.letGo();
      await page.getByLabel('Oggetto').waitFor();
      await expect.poll(attached).toMatchObject([{ name: 'atto.pdf' }]);
    });

    it('are named when they do not arrive, and the step does not open', async () => {
      const uploads = await holdUploads(page);
      await put(page);
      await page.getByRole('button', { name: 'Continua' }).click();
      await waiting(page).waitFor();
      uploads.refuse();
      const told = page.getByRole('dialog', { name: 'Alcuni file non sono stati caricati' });
      await told.waitFor();
      expect(await told.innerText()).toContain('«atto.pdf»');
      await told.getByRole('button', { name: 'Torna alla pagina' }).click();
      expect(await page.getByLabel('Oggetto').count()).toBe(0);
    });

    it('can be given up, and the step opens without them', async () => {
      const before = await attached();
      await holdUploads(page);
      await put(page);
      await page.getByRole('button', { name: 'Continua' }).click();
      await waiting(page).getByRole('button', { name: 'Annulla il caricamento di atto.pdf' }).click();
      await page.getByLabel('Oggetto').waitFor();
      expect(await attached()).toEqual(before);
    });

    it('go on while another answer hides their field, and are there when it is shown again', async () => {
      const uploads = await holdUploads(page);
      await put(page);
      const hide = page.getByText('Non ho documenti');
      await hide.click();
      await page.getByText('Allegati').waitFor({ state: 'detached' });
      await hide.click();
      await page.getByRole('progressbar').waitFor();
      await hide.click();
      const stored = page.waitForResponse(/\/api\/v1\/uploads/);
      uploads.letGo();
      await stored;
      await hide.click();
      await page.getByRole('button', { name: 'Rimuovi il file atto.pdf' }).waitFor();
    });

    it('are told as not arrived when their field is shown again', async () => {
      const uploads = await holdUploads(page);
      await put(page);
      const hide = page.getByText('Non ho documenti');
      await hide.click();
      const lost = page.waitForEvent('requestfailed');
      uploads.refuse();
      await lost;
      await hide.click();
      await page.getByRole('alert').filter({ hasText: '«atto.pdf»' }).waitFor();
    });

    it('hold the removal of an item before theirs, and stay with their own', async () => {
      await page.goto(`/servizi/${procedureId}/domanda/${draftId}?passo=altro`);
      const uploads = await holdUploads(page);
      await page.locator('#field-persone-1-delega').setInputFiles(pdf);
      await page.locator('#field-persone-1-nome').fill('Seconda');
      await page.getByRole('button', { name: 'Rimuovi Persone 1' }).click();
      await waiting(page).waitFor();
      uploads.letGo();
      await page.locator('#field-persone-1-nome').waitFor({ state: 'detached' });
      expect(await page.locator('#field-persone-0-nome').inputValue()).toBe('Seconda');
      await page.getByRole('button', { name: 'Rimuovi il file atto.pdf' }).waitFor();
    });

    it('hold links and other steps too, and closing the page asks first', async () => {
      const uploads = await holdUploads(page);
      await put(page);
      await page.getByRole('link', { name: 'Servizi', exact: true }).first().click();
      await waiting(page).getByRole('button', { name: 'Torna alla pagina' }).click();
      await page.getByRole('button', { name: 'Salva ed esci' }).click();
      await waiting(page).getByRole('button', { name: 'Torna alla pagina' }).click();
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      uploads.letGo();
      await dialog.accept();
    });
  });

  it('hold the completion of a task of the office', async () => {
    const draft = await giulia.call('createDraft', { body: { procedureId } });
    const { revision } = await giulia.call('saveDraft', {
      params: { draftId: draft.draftId },
      body: { revision: draft.revision, answers: { ente: api.bodyId, oggetto: 'Prova' } },
    });
    await giulia.call('createApplication', {
      body: { draftId: draft.draftId, revision },
      idempotencyKey: draft.draftId,
    });
    const clerk = await api.signIn('operatore', 'office');
    const { items } = await clerk.call('listTasks', { query: {} });
    const taskId = items[0]?.taskId ?? '';
    await clerk.call('claimTask', { params: { taskId }, idempotencyKey: draft.draftId });
    const page = await open(clerk, '/ufficio/');
    await page.evaluate((address) => {
      history.pushState({}, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/ufficio/attivita/${taskId}`);
    const uploads = await holdUploads(page);
    await put(page);
    await page.getByRole('button', { name: 'Completa l’attività' }).click();
    await waiting(page).waitFor();
    uploads.letGo();
    await waiting(page).waitFor({ state: 'detached' });
    const confirm = page.getByRole('dialog').filter({ hasText: 'atto.pdf' });
    await confirm.waitFor();
  });
});
