import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitAs, type Visitor } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { hasBrowser } from '../support/browser.ts';
import { chooseIdentity } from '../support/journey.ts';

describe.skipIf(!hasBrowser)(
  'what was written when the session ended (skipped without a Chromium)',
  { timeout: 60_000 },
  () => {
    let apps: RunningApps;
    let giulia: Visitor;
    let operatore: Visitor;

    beforeAll(async () => {
      apps = await theApps();
      [giulia, operatore] = await Promise.all([
        apps.api.signIn('giulia', 'citizen'),
        apps.api.signIn('operatore', 'office'),
      ]);
    }, 180_000);
    afterAll(() => apps?.stop());

    const restored = (page: Page) => page.getByText('Abbiamo recuperato').first();

    /** Gives the task of the desk on a new request of Giulia's, taken by the clerk. */
    async function claimed(): Promise<{ dossierId: string; taskId: string }> {
      const { dossierId } = await submitAs(apps.api, { visitor: giulia, username: 'giulia' });
      const { items } = await operatore.call('listTasks', { query: { limit: 100 } });
      const taskId = items.find((one) => one.dossierId === dossierId)?.taskId ?? '';
      await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
      return { dossierId, taskId };
    }

    it('in an act is there again after the sign-in, for the same person only', async () => {
      const { dossierId } = await submitAs(apps.api, { visitor: giulia, username: 'giulia' });
      const device = await apps.signedIn('giulia', 'citizen', 390);
      const { page } = device;
      await page.goto(`/pratiche/${dossierId}/atti/withdrawal`);
      await page.getByRole('textbox').first().fill('Non mi serve più');
      await device.context.clearCookies();
      await page.reload();
      await page.getByRole('main').getByRole('link', { name: 'Entra' }).click();
      await chooseIdentity(page, 'Marco');
      expect(await page.getByRole('textbox').count()).toBe(0);
      await device.context.clearCookies();
      await page.reload();
      await page.getByRole('main').getByRole('link', { name: 'Entra' }).click();
      await chooseIdentity(page, 'Giulia');
      await restored(page).waitFor();
      expect(await page.getByRole('textbox').first().inputValue()).toBe('Non mi serve più');
      await page.reload();
      expect(await page.getByRole('textbox').first().inputValue()).toBe('Non mi serve più');
      await device.close();
    });

    it('in an act is forgotten once it is sent', async () => {
      const { dossierId } = await submitAs(apps.api, { visitor: giulia, username: 'giulia' });
      const device = await apps.signedIn('giulia', 'citizen', 390);
      const { page } = device;
      await page.goto(`/pratiche/${dossierId}/atti/withdrawal`);
      await page.getByRole('textbox').first().fill('Non mi serve più');
      await page.getByText('Voglio ritirare la richiesta').click();
      await page.getByRole('main').getByRole('button', { name: 'Invia' }).click();
      await page.getByRole('dialog').getByRole('button').first().click();
      await page.waitForURL(new RegExp(`${dossierId}$`));
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      await device.close();
    });

    it('in a task of the desk is there again, and is saved', async () => {
      const { taskId } = await claimed();
      const device = await apps.signedIn('operatore', 'office');
      const { page } = device;
      await page.goto(`/ufficio/attivita/${taskId}`);
      await page.getByText('No, non si può ricevere').click();
      await device.context.clearCookies();
      await page.getByRole('textbox').last().fill('Manca l’oggetto');
      await page.getByText('La sessione è scaduta').first().waitFor();
      await page.reload();
      await page.getByRole('link', { name: 'Accedi', exact: true }).click();
      await chooseIdentity(page, 'Paola');
      await restored(page).waitFor();
      expect(await page.getByRole('textbox').last().inputValue()).toBe('Manca l’oggetto');
      await expect
        .poll(async () => (await operatore.call('readTask', { params: { taskId } })).toFill.answers)
        .toMatchObject({ motivoIrricevibilita: 'Manca l’oggetto' });
      await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
      await device.close();
    });
  },
);
