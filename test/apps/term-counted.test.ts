import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitAs } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { hasBrowser } from '../support/browser.ts';
import { asksFor } from '../support/application.ts';
import { completeAt } from '../support/desk.ts';

const pictures = process.env['ITER_PICTURES'];

describe.skipIf(!hasBrowser)('how a term is counted (skipped without a Chromium)', { timeout: 120_000 }, () => {
  let apps: RunningApps;
  let running: string;
  let unclear: string;

  beforeAll(async () => {
    apps = await theApps();
    const { api } = apps;
    const [giulia, operatore] = [await api.signIn('giulia', 'citizen'), await api.signIn('operatore', 'office')];
    running = (await submitAs(api, { visitor: giulia, username: 'giulia' })).dossierId;
    unclear = (await submitAs(api, { visitor: giulia, username: 'giulia' })).dossierId;
    await completeAt(operatore, unclear, {
      esitoVerifica: 'da-precisare',
      motivoPrecisazione: 'Di quale seduta parli? Nel 2025 ce ne sono state due.',
    });
    await completeAt(operatore, unclear, asksFor('oggetto'));
  }, 180_000);
  afterAll(() => apps?.stop());

  it.each([
    ['giulia', 'citizen', 390],
    ['giulia', 'citizen', 1440],
    ['operatore', 'office', 390],
    ['operatore', 'office', 1440],
  ] as const)('is told to %s as %s who opens it, %i pixels wide', async (username, audience, width) => {
    const { page, look, errors, close } = await apps.signedIn(username, audience, width);
    for (const dossierId of [running, unclear]) {
      await page.goto(`${audience === 'office' ? '/ufficio' : ''}/pratiche/${dossierId}`);
      const how = page.locator('details:has(> summary:text("Come si calcola"))').first();
      expect(await how.getByRole('listitem').first().isVisible()).toBe(false);
      await how.getByText('Come si calcola').click();
      const name = `${width}-${audience}-${dossierId === running ? 'running' : 'waiting'}`;
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
      await how.getByText(/^30 giorni dal.* quel giorno non si conta\.$/).waitFor();
      await look();
    }
    expect(errors).toEqual([]);
    await close();
  });
});
