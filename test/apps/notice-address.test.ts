import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../engine/store/sha256.ts';
import { keepLink } from '../../engine/store/tables/mail-addresses.ts';
import { submitAs, type Visitor } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { hasBrowser } from '../support/browser.ts';

const pictures = process.env['ITER_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${width}-${name}.png`, fullPage: true });
}

// A story, told in its order.
const story = { timeout: 120_000, shuffle: false };

describe.skipIf(!hasBrowser)('the address of an open dossier (skipped without a Chromium)', story, () => {
  let apps: RunningApps;
  let giulia: Visitor;
  let dossierId: string;

  beforeAll(async () => {
    apps = await theApps();
    giulia = await apps.api.signIn('giulia', 'citizen');
    ({ dossierId } = await submitAs(apps.api, { visitor: giulia, username: 'giulia' }));
  }, 180_000);
  afterAll(() => apps?.stop());

  it.each([390, 1440])('is changed by its person, once the link is opened, %i pixels wide', async (width) => {
    const { page, look, errors, close } = await apps.signedIn('giulia', 'citizen', width);
    const address = `giulia.${width}@example.net`;
    await page.goto(`/pratiche/${dossierId}`);
    const section = page.getByRole('region', { name: 'Dove ti avvisiamo' });
    await section.getByRole('button', { name: 'Cambia indirizzo' }).click();
    await section.getByRole('button', { name: 'Usa questo indirizzo' }).click();
    await section.getByText('Scrivi un indirizzo completo').waitFor();
    await look();
    await picture(page, 'form');
    await section.getByLabel('Nuovo indirizzo di posta elettronica').fill(address);
    await section.getByRole('button', { name: 'Usa questo indirizzo' }).click();
    await section.getByText(`Hai chiesto di usare ${address}`).waitFor();
    await look();
    await picture(page, 'awaited');
    await page.goto(`/indirizzo/${await linkTo(address)}`);
    await page.getByRole('button', { name: 'Conferma l’indirizzo' }).click();
    await page.getByRole('heading', { name: 'Indirizzo confermato' }).waitFor();
    await page.goto(`/pratiche/${dossierId}`);
    await section.getByText(`Gli avvisi su questa pratica arrivano a ${address}.`).waitFor();
    expect(await section.getByText('Hai chiesto di usare').count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  it.each([390, 1440])('is changed by its office with a reason, %i pixels wide', async (width) => {
    const { page, look, errors, close } = await apps.signedIn('operatore', 'office', width);
    await page.goto(`/ufficio/pratiche/${dossierId}`);
    const people = page.getByRole('complementary').locator('details', { hasText: 'Persone' });
    await people.getByRole('button', { name: /^Cambia l’indirizzo di Giulia/ }).click();
    await people.getByRole('button', { name: 'Cambia l’indirizzo', exact: true }).click();
    await people.getByText('Scrivi perché cambia').waitFor();
    await look();
    await picture(page, 'desk-form');
    await people.getByLabel('Nuovo indirizzo di posta elettronica').fill(`ufficio.${width}@example.net`);
    await people.getByLabel('Perché cambia').fill('L’ha chiesto allo sportello');
    await people.getByRole('button', { name: 'Cambia l’indirizzo', exact: true }).click();
    await people.getByRole('link', { name: `ufficio.${width}@example.net` }).waitFor();
    await look();
    expect(errors).toEqual([]);
    await close();
  });

  /** The token of the link that has gone out. */
  async function linkTo(address: string): Promise<string> {
    const { person } = await giulia.call('readSession', { query: { audience: 'citizen' } });
    const now = apps.api.now();
    const link = {
      tokenHash: sha256(address),
      sentAt: now,
      expiresAt: new Date(Date.parse(now) + 60_000).toISOString(),
    };
    await keepLink(apps.api.db, { personId: person?.personId ?? '', address }, link);
    return address;
  }
});
