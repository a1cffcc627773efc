import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitAs, type Visitor } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { hasBrowser } from '../support/browser.ts';
import { completeAt, openTaskOf } from '../support/desk.ts';

const pictures = process.env['ITER_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${width}-${name}.png`, fullPage: true });
}

// A story, told in its order.
const story = { timeout: 120_000, shuffle: false };

describe.skipIf(!hasBrowser)('a conflict of interest (skipped without a Chromium)', story, () => {
  let apps: RunningApps;
  let dossierId: string;
  let taskId: string;

  beforeAll(async () => {
    apps = await theApps();
    const giulia = await apps.api.signIn('giulia', 'citizen');
    const operatore: Visitor = await apps.api.signIn('operatore', 'office');
    ({ dossierId } = await submitAs(apps.api, { visitor: giulia, username: 'giulia' }));
    await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
    ({ taskId } = await openTaskOf(operatore, dossierId));
    await operatore.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
  }, 180_000);
  afterAll(() => apps?.stop());

  const conflictsOn = (page: Page) =>
    page.getByRole('complementary').locator('details', { hasText: 'Conflitti di interessi' });

  it.each([390, 1440])(
    'is declared by who works the task, and lifted by the manager, %i pixels wide',
    async (width) => {
      const clerk = await apps.signedIn('operatore', 'office', width);
      await clerk.page.goto(`/ufficio/attivita/${encodeURIComponent(taskId)}`);
      const own = conflictsOn(clerk.page);
      await own.locator('summary').click();
      await own.getByRole('button', { name: 'Dichiara un conflitto di interessi' }).click();
      const dialog = clerk.page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Dichiara e astieniti' }).click();
      await dialog.getByText('Scrivere il motivo.').waitFor();
      await clerk.look();
      await picture(clerk.page, 'declare');
      await dialog.getByLabel('Motivo').fill('La richiedente è mia cugina');
      await dialog.getByRole('button', { name: 'Dichiara e astieniti' }).click();
      await clerk.page.getByText('L’attività tocca a una collega o a un collega').waitFor();
      await clerk.look();
      await picture(clerk.page, 'declared');
      await clerk.page.goto('/ufficio/');
      await clerk.page.getByText('conflitto di interessi dichiarato: tocca a').first().waitFor();
      await clerk.look();
      await picture(clerk.page, 'queue');

      const manager = await apps.signedIn('dirigente', 'office', width);
      await manager.page.goto(`/ufficio/pratiche/${dossierId}`);
      const declared = conflictsOn(manager.page);
      await declared.getByText('La richiedente è mia cugina').waitFor();
      await manager.look();
      await picture(manager.page, 'to-decide');
      await declared.getByRole('button', { name: 'Riammetti alla pratica' }).click();
      const decision = manager.page.getByRole('dialog');
      await decision.getByLabel('Motivo').fill('Parentela oltre il quarto grado');
      await picture(manager.page, 'lift');
      await decision.getByRole('button', { name: 'Riammetti alla pratica' }).click();
      await declared.getByText('Nessun conflitto dichiarato.').waitFor();
      await manager.page.getByRole('tab', { name: 'Cronologia' }).click();
      await manager.page.getByRole('tabpanel').locator('summary').first().click();
      await manager.page.getByText('Conflitto di interessi dichiarato da Paola Conti').first().waitFor();
      await picture(manager.page, 'history');
      expect([...clerk.errors, ...manager.errors]).toEqual([]);
      await Promise.all([clerk.close(), manager.close()]);
    },
  );
});
