import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitAs, type Visitor } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { atRest, examine, hasBrowser, type Device } from '../support/browser.ts';

const pictures = process.env['ITER_PICTURES'];
const procedureId = 'accesso-agli-atti';

describe.skipIf(!hasBrowser)('what opens on a page (skipped without a Chromium)', { timeout: 120_000 }, () => {
  let apps: RunningApps;
  let giulia: Visitor;
  let operatore: Visitor;
  let dossierId: string;
  let taskId: string;
  let draftId: string;

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
  }, 180_000);
  afterAll(() => apps?.stop());

  let count = 0;

  /**
   * Proves that axe finds nothing, that all that is opened lies on the screen, and keeps a picture for who wants to
   * look.
   */
  async function judge(page: Page, name: string): Promise<void> {
    await examine(page);
    const opened = page.locator('dialog[open], [role=listbox], [aria-expanded=true] ~ *, [aria-expanded=true] + *');
    for (const box of await opened.all()) {
      const place = await box.boundingBox();
      if (place === null) continue;
      expect(place.x, `${name}: left edge`).toBeGreaterThanOrEqual(0);
      expect(place.y, `${name}: upper edge`).toBeGreaterThanOrEqual(0);
    }
    const width = page.viewportSize()?.width;
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${width}-${count++}-${name}.png` });
  }

  /** Opens each disclosure of a page, one after the other: menus and folded parts, those of tomorrow too. */
  async function openAll(page: Page, name: string): Promise<void> {
    await atRest(page);
    const closed = page.locator('button[aria-expanded=false]:visible');
    const menus = await closed.count();
    for (let index = 0; index < menus; index++) {
      const button = closed.first();
      if ((await closed.count()) === 0) break;
      const box = await button.boundingBox();
      await button.click();
      const opener = page.locator('button[aria-expanded=true]').first();
      const panel = page.locator(`[id="${await opener.getAttribute('aria-controls')}"]`);
      const place = await panel.boundingBox();
      // A menu leaves the button that opened it in sight.
      if (box !== null && place !== null) expect(place.y + 1, name).toBeGreaterThanOrEqual(box.y + box.height - 8);
      await judge(page, `${name}-menu`);
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    await judge(page, name);
  }

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

  async function body({ page }: Device): Promise<void> {
    await page.goto(`/servizi/${procedureId}/domanda/${draftId}?passo=che-cosa`);
    await atRest(page);
    const field = page.getByRole('combobox').first();
    await field.fill('forli');
    await page.getByRole('option', { name: /Forlì/ }).first().waitFor();
    expect(await page.getByRole('option').first().innerText()).toContain('Comune di Forlì');
    await judge(page, 'combobox');
    await field.press('Escape');
  }

  async function desk({ page }: Device): Promise<void> {
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
  }

  async function designer({ page }: Device): Promise<void> {
    await page.goto('/progetta/moduli');
    await page.getByRole('button', { name: 'Nuovo modulo' }).click();
    await page.getByRole('heading', { name: 'Aggiungi' }).waitFor();
    await page.goto('/progetta/moduli');
    await openAll(page, 'works');
    await page
      .getByRole('button', { name: /^Elimina/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await judge(page, 'work-removal');
  }

  for (const width of [390, 1440]) {
    it(`at the portal stays in sight and readable, ${width} pixels wide`, async () => {
      const device = await apps.signedIn('giulia', 'citizen', width);
      await portal(device);
      await body(device);
      await device.close();
    });

    it(`at the desk stays in sight and readable, ${width} pixels wide`, async () => {
      const device = await apps.signedIn('operatore', 'office', width);
      await desk(device);
      await device.close();
    });

    it(`in the designer stays in sight and readable, ${width} pixels wide`, async () => {
      const device = await apps.signedIn('analista', 'office', width);
      await designer(device);
      await device.close();
    });
  }
});
