import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitAs, type Visitor } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { applied, deskTask, smallProcedure } from '../support/between.ts';
import { end, path, process } from '../support/bpmn.ts';
import { edit } from '../support/packages.ts';
import { aJudge } from '../support/opened-states.ts';
import { componentsThatOpen, openers } from '../support/openers.ts';
import { aField, aForm, aPage } from '../forms/schema/a-form.ts';
import { fileAddress } from '../../designer/packages/file-kinds.ts';
import { publish } from '../../engine/publish.ts';
import { hasBrowser, type Device } from '../support/browser.ts';

const procedureId = 'accesso-agli-atti';

describe.skipIf(!hasBrowser)('what opens on a page (skipped without a Chromium)', { timeout: 120_000 }, () => {
  let apps: RunningApps;
  let giulia: Visitor;
  let operatore: Visitor;
  let dossierId: string;
  let taskId: string;
  let draftId: string;
  let openingDraftId: string;
  let analista: Visitor;
  let packageId: string;

  beforeAll(async () => {
    apps = await theApps();
    const { api } = apps;
    [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
    ({ dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }));
    const { items } = await operatore.call('listTasks', { query: { limit: 100 } });
    taskId = items.find((one) => one.dossierId === dossierId)?.taskId ?? '';
    await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
    const draft = await giulia.call('createDraft', { body: { procedureId } });
    ({ draftId } = draft);
    await api.fillDraft({ visitor: giulia, username: 'giulia' }, draft);
    openingDraftId = await aDraftWithOpeningFields();
    analista = await api.signIn('analista', 'office');
    const from = { type: 'published', procedureId } as const;
    ({ packageId } = await analista.call('createPackage', { body: { from, bodyId: api.bodyId } }));
  }, 180_000);
  afterAll(() => apps?.stop());

  const { judge, openAll, expectAllOf } = aJudge();

  /** An application with the fields that open something, and no other. */
  async function aDraftWithOpeningFields(): Promise<string> {
    const fields = [
      aField({ key: 'ente', label: 'Ente', properties: { type: 'body' } }),
      aField({ key: 'comune', label: 'Comune', properties: { type: 'municipality' } }),
      aField({
        type: 'select',
        key: 'regione',
        label: 'Regione',
        properties: { choicesFrom: 'vocabulary:regions' },
      }),
      aField({ key: 'oggetto', label: 'Oggetto' }),
      aField({ type: 'datetime', key: 'giorno', label: 'Giorno' }),
      aField({ type: 'filepicker', key: 'allegati', label: 'Allegati', accept: '.pdf' }),
    ];
    const diagram = process('aperture', applied('s'), deskTask('look'), end('e'), ...path('s', 'look', 'e'));
    const { files } = smallProcedure('aperture', diagram);
    const form = JSON.stringify({ ...aForm(aPage('dati', fields)), id: 'domanda' });
    const published = await publish(
      apps.api.db,
      { procedureId: 'aperture', files: { ...files, 'forms/domanda.json': form } },
      new Date().toISOString(),
    );
    expect(published.findings.filter(({ level }) => level === 'error')).toEqual([]);
    return (await giulia.call('createDraft', { body: { procedureId: 'aperture' } })).draftId;
  }

  it('is known for every component that opens something', () => {
    expect(componentsThatOpen()).toEqual(Object.keys(openers).sort());
  });

  async function portal({ page }: Device): Promise<void> {
    await page.goto('/');
    await openAll(page, 'catalogue');
    await page.goto(`/servizi/${procedureId}/avvia`);
    await page.getByRole('heading', { name: 'Hai già iniziato questa richiesta' }).waitFor();
    await judge(page, 'drafts');
    await page
      .getByRole('button', { name: /^Elimina/ })
      .first()
      .click();
    await judge(page, 'draft-removal');
    await page.getByRole('button', { name: 'Tieni la bozza' }).click();
    await page.goto(`/pratiche/${dossierId}`);
    await openAll(page, 'dossier');
    await page.goto(`/pratiche/${dossierId}/atti/withdrawal`);
    await page.getByText('Voglio ritirare la richiesta').click();
    await page.getByRole('main').getByRole('button', { name: 'Invia' }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'confirm');
  }

  async function fields({ page }: Device): Promise<void> {
    await page.goto(`/servizi/aperture/domanda/${openingDraftId}?passo=dati`);
    const comboboxes = [
      ['body', 'Ente', 'forli', /Comune di Forlì/],
      ['municipality', 'Comune', 'reggio', /Reggio nell/],
      ['select', 'Regione', 'emi', /Emilia-Romagna/],
    ] as const;
    for (const [name, label, written, found] of comboboxes) {
      const field = page.getByRole('combobox', { name: label, exact: false });
      await field.fill(written);
      await page.getByRole('option', { name: found }).first().waitFor();
      await judge(page, name);
      await field.press('Escape');
    }
    await page.getByRole('button', { name: 'Apri il calendario' }).click();
    await judge(page, 'calendar');
    await page.keyboard.press('Escape');
  }

  async function waitingForUploads({ page }: Device): Promise<void> {
    await page.goto(`/servizi/aperture/domanda/${openingDraftId}?passo=dati`);
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/api/v1/uploads*', async (route) => {
      await arrived;
      await route.abort().catch(() => undefined);
    });
    const file = { name: 'atto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.getByRole('dialog', { name: 'Aspetto che i file siano caricati' }).waitFor();
    await judge(page, 'uploads');
    arrive();
    await page.getByRole('dialog', { name: 'Alcuni file non sono stati caricati' }).waitFor();
    await judge(page, 'uploads-failed');
    await page.unroute('**/api/v1/uploads*');
  }

  async function sending({ page, context }: Device): Promise<void> {
    await page.goto(`/servizi/${procedureId}/domanda/${draftId}?passo=summary`);
    await page.getByRole('button', { name: 'Conferma e invia' }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'sending');
    await page.goto(`/servizi/${procedureId}/domanda/${draftId}?passo=che-cosa`);
    await page.getByRole('textbox').first().waitFor();
    await context.clearCookies();
    await page.getByRole('textbox').first().fill('Un altro documento');
    await page.getByRole('dialog').waitFor();
    await judge(page, 'sign-in-again');
  }

  async function desk({ page, context }: Device): Promise<void> {
    for (const [name, address] of [
      ['queue', '/ufficio'],
      ['desk-dossier', `/ufficio/pratiche/${dossierId}`],
    ] as const) {
      await page.goto(address);
      await openAll(page, name);
    }
    await page.goto(`/ufficio/attivita/${taskId}`);
    await page.getByText('Sì, si può cercare il documento').click();
    await page.getByRole('button', { name: 'Completa l’attività' }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'completion');
    await page.keyboard.press('Escape');
    const conflicts = page.locator('details', { hasText: 'Conflitti di interessi' });
    await conflicts.locator('summary').click();
    await conflicts.getByRole('button', { name: 'Dichiara un conflitto di interessi' }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'conflict');
    await page.keyboard.press('Escape');
    await page.goto(`/ufficio/pratiche/${dossierId}?sezione=diagramma`);
    await page.locator('.desk-diagram svg').first().waitFor();
    await openAll(page, 'diagram');
    await page.goto(`/ufficio/attivita/${taskId}`);
    await page.getByText('No, non si può ricevere').click();
    await context.clearCookies();
    await page.getByRole('textbox').last().fill('Manca l’oggetto');
    await page.getByText('La sessione è scaduta').first().waitFor();
    await judge(page, 'desk-session-ended');
  }

  async function designer({ page }: Device): Promise<void> {
    await page.goto(`/progetta/procedimenti/${packageId}`);
    await page.getByText('Nuovo modulo', { exact: true }).waitFor();
    await openAll(page, 'package');
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'publish');
    await page.keyboard.press('Escape');
    await page.goto(addressOf('procedure.bpmn'));
    await page.locator('.djs-container svg').first().waitFor();
    await openAll(page, 'drawing');
    await changedElsewhere(page);
    await leftForms(page);
    await builder(page);
  }

  const addressOf = (file: string): string => `/progetta${fileAddress(packageId, file)}`;

  async function changedElsewhere(page: Page): Promise<void> {
    const file = 'templates/ritiro.md';
    await page.goto(addressOf(file));
    await page.getByRole('button', { name: 'Elimina', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'file-removal');
    await page.keyboard.press('Escape');
    await edit(analista, packageId, { path: file, change: (text) => `${text}\nAltro.\n` });
    await page.getByLabel('Testo del file').fill('Tutto nuovo');
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.getByText('Intanto il file è cambiato').waitFor();
    await openAll(page, 'conflict');
    await page.evaluate(() => localStorage.clear());
  }

  async function leftForms(page: Page): Promise<void> {
    await page.evaluate(() => {
      const draft = { id: 'rimasto', components: [] };
      const work = { draft, changedAt: '2026-11-02T08:00:00.000Z', notices: [] };
      localStorage.setItem('iter.modulo.uno', JSON.stringify(work));
    });
    await page.goto('/progetta');
    await page.getByRole('button', { name: 'Metti rimasto in un procedimento' }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'left-form');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Elimina rimasto' }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'left-form-removal');
    await page.getByRole('button', { name: 'Elimina il modulo' }).click();
    await expect.poll(() => page.getByText('rimasto', { exact: true }).count()).toBe(0);
  }

  async function builder(page: Page): Promise<void> {
    await page.goto(addressOf('forms/accesso-richiesta.json'));
    await page.getByText('File', { exact: true }).click();
    await judge(page, 'file-menu');
    await page.getByText('File', { exact: true }).click();
    await page.getByLabel('Cerca nel modulo').fill('tipo di accesso');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Impostazioni di Che tipo/ }).waitFor();
    await page
      .locator('.fb-panel')
      .evaluate((panel) => panel.querySelectorAll('details').forEach((one) => (one.open = true)));
    await judge(page, 'panel');
    await page.getByRole('combobox', { name: 'Quando si mostra' }).selectOption('formula');
    await page.getByRole('textbox', { name: 'Quando si mostra' }).click();
    // A list that fits: the arrows scroll a longer one, which axe cannot see.
    await page.keyboard.type('string len');
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip-autocomplete').waitFor();
    await judge(page, 'formula');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Quando si mostra' }).selectOption('none');
    await page.getByLabel('Chiave', { exact: true }).fill('genere');
    await page.getByRole('button', { name: 'Cambia chiave' }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'key');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Elimina Che tipo di accesso/ }).click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'part-removal');
  }

  for (const width of [390, 1440]) {
    it(`at the portal stays in sight and readable, ${width} pixels wide`, async () => {
      const device = await apps.signedIn('giulia', 'citizen', width);
      await portal(device);
      await fields(device);
      await waitingForUploads(device);
      await sending(device);
      expectAllOf('portal');
      await device.close();
    });

    it(`at the desk stays in sight and readable, ${width} pixels wide`, async () => {
      const device = await apps.signedIn('operatore', 'office', width);
      await desk(device);
      expectAllOf('desk');
      await device.close();
    });

    it(`in the designer stays in sight and readable, ${width} pixels wide`, async () => {
      const device = await apps.signedIn('analista', 'office', width);
      await designer(device);
      expectAllOf('designer');
      await device.close();
    });
  }
});
