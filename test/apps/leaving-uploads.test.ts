import { randomUUID } from 'node:crypto';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitAs, type Visitor } from '../support/api.ts';
import { asksFor } from '../support/application.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { atRest, examine, hasBrowser, type Device } from '../support/browser.ts';
import { completeAt, openTaskOf } from '../support/desk.ts';

const picture = { name: 'pianta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };

const pictures = process.env['ITER_PICTURES'];
let pictured = 0;

describe.skipIf(!hasBrowser)(
  'the browser’s way back while a file goes up (skipped without a Chromium)',
  { timeout: 60_000 },
  () => {
    let apps: RunningApps;
    let giulia: Visitor;
    let operatore: Visitor;

    beforeAll(async () => {
      apps = await theApps();
      const { api } = apps;
      [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
    }, 180_000);
    afterAll(() => apps?.stop());

    const back = (page: Page): Promise<void> => page.evaluate(() => window.history.back());

    /** Puts a file up that does not arrive before the function that is given back is called. */
    async function puttingUp(page: Page): Promise<() => void> {
      let arrive = (): void => undefined;
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      await page.route(/\/api\/v1\/uploads/, async (route: Route) => {
        await arrived;
        await route.continue().catch(() => undefined);
      });
      await page.locator('input[type=file]').first().setInputFiles(picture);
      await page.getByRole('progressbar').waitFor();
      return arrive;
    }

    /** A page come back to is shown as it was, and then as the server has it: that puts a new form in its place. */
    async function settled(page: Page): Promise<void> {
      await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
      await atRest(page);
    }

    /** Proves that who goes back is asked, and where they come when they stay, leave, and wait. */
    async function triesToLeave({ page }: Device, before: RegExp): Promise<void> {
      await settled(page);
      const here = page.url();
      const arrive = await puttingUp(page);
      const dialog = page.getByRole('dialog');
      await back(page);
      await dialog.getByText('Se esci adesso, vanno persi').waitFor();
      expect(page.url()).toBe(here);
      await examine(page);
      const width = page.viewportSize()?.width;
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/${width}-upload-leaving-${pictured++}.png` });
      await dialog.getByRole('button', { name: 'Torna alla pagina' }).first().click();
      await dialog.waitFor({ state: 'hidden' });
      expect(await page.getByRole('progressbar').count()).toBe(1);
      await back(page);
      await dialog.getByRole('button', { name: 'Esci senza i file' }).click();
      await page.waitForURL(before);
      // The router goes on in its own time: until then the form that was left is still there.
      await page.locator('input[type=file]').first().waitFor({ state: 'detached' });
      arrive();
      await page.unroute(/\/api\/v1\/uploads/);
      await page.goForward();
      await page.waitForURL(here);
      await settled(page);
      const arriveNow = await puttingUp(page);
      await back(page);
      await dialog.waitFor();
      arriveNow();
      await page.waitForURL(before);
    }

    it('asks in an application, 390 pixels wide', async () => {
      const draft = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
      await apps.api.fillDraft({ visitor: giulia, username: 'giulia' }, draft);
      const device = await apps.signedIn('giulia', 'citizen', 390);
      await device.page.goto(`/servizi/accesso-agli-atti/domanda/${draft.draftId}?passo=che-cosa`);
      await device.page.getByRole('button', { name: 'Continua' }).click();
      await device.page.waitForURL(/passo=perche/);
      await triesToLeave(device, /passo=che-cosa/);
      await device.close();
    });

    it('asks in a task of a citizen', async () => {
      const { dossierId } = await submitAs(apps.api, { visitor: giulia, username: 'giulia' });
      const motivoPrecisazione = 'Manca un documento che mostri il tuo interesse';
      await completeAt(operatore, dossierId, { esitoVerifica: 'da-precisare', motivoPrecisazione });
      await completeAt(operatore, dossierId, asksFor('documentiInteresse'));
      const device = await apps.signedIn('giulia', 'citizen');
      await device.page.goto(`/pratiche/${dossierId}`);
      await device.page.locator('.todo-list a').click();
      await device.page.waitForURL(/attivita/);
      await triesToLeave(device, new RegExp(`${dossierId}$`));
      await device.close();
    });

    it('asks in a task of the desk, 1440 pixels wide', async () => {
      const { dossierId } = await submitAs(apps.api, { visitor: giulia, username: 'giulia' });
      await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
      await completeAt(operatore, dossierId, { documentiIndividuati: 'Verbale 3', presenzaControinteressati: 'no' });
      const { taskId } = await openTaskOf(operatore, dossierId);
      await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
      const device = await apps.signedIn('operatore', 'office', 1440);
      await device.page.goto(`/ufficio/pratiche/${dossierId}`);
      await device.page
        .locator(`a[href*="${encodeURIComponent(taskId)}"]`)
        .first()
        .click();
      const granted = device.page.getByText('Accolta', { exact: true });
      await granted.click();
      await device.page.getByText('Salvato alle').waitFor();
      await back(device.page);
      await granted.waitFor({ state: 'detached' });
      await device.page.goForward();
      await granted.waitFor();
      expect(await device.page.getByRole('radio', { name: 'Accolta', exact: true }).isChecked()).toBe(true);
      await triesToLeave(device, new RegExp(`pratiche/${dossierId}`));
      await device.close();
    });
  },
);
