import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerViews } from '../../forms/clerk/administration/registers.ts';
import { submitAs, type Visitor } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { atRest, hasBrowser, type Device } from '../support/browser.ts';
import { completeAt, putUp } from '../support/desk.ts';
import { deskTexts, saidInEnglish, sentencesOf, strangeAtDesk } from '../support/english.ts';

/** What an applicant writes. */
const asked = {
  oggetto: 'The minutes of the selection board of 2025',
  interesse: 'I took part in the selection and want to understand my marks',
  motivazione: 'To think about an appeal',
};

describe.skipIf(!hasBrowser)('the desk in English (skipped without a Chromium)', { timeout: 120_000 }, () => {
  let apps: RunningApps;
  let operatore: Visitor;
  let dossierId: string;
  let taskId: string;
  const devices: Record<string, Device> = {};

  async function deviceOf(username: string, width: number): Promise<Device> {
    const key = `${username} ${width}`;
    devices[key] ??= await apps.signedIn(username, 'office', width);
    return devices[key];
  }

  async function saidAt(page: Page, address: string): Promise<readonly string[]> {
    await page.goto(`/ufficio${address}`);
    await page.locator('html[lang=en] :is(h1, [role=alert])').first().waitFor();
    await atRest(page);
    return saidInEnglish(page);
  }

  beforeAll(async () => {
    apps = await theApps();
    const [giulia, clerk] = await Promise.all([
      apps.api.signIn('giulia', 'citizen'),
      apps.api.signIn('operatore', 'office'),
    ]);
    operatore = clerk;
    const answers = { ...asked, documentiInteresse: [await putUp(giulia, 'interest.pdf')] };
    const applicant = { visitor: giulia, username: 'giulia' };
    dossierId = (await submitAs(apps.api, applicant, answers)).dossierId;
    await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
    const read = await operatore.call('readOfficeDossier', { params: { dossierId } });
    taskId = read.openTasks[0]?.taskId ?? '';
  }, 240_000);
  afterAll(() => apps?.stop());

  it('is searched for every sentence in a way that finds it', () => {
    const filled = sentencesOf({ clerk: deskTexts.it.clerk }).map(([, text]) => text.replace(/\{\{.*?\}\}/g, 'x'));
    expect(filled.flatMap((text) => strangeAtDesk([text])).length).toBeGreaterThan(200);
    expect(strangeAtDesk(['Cerca'])).toContain('clerk.queue.searchButton: Cerca');
    expect(strangeAtDesk(['clerk.queue.title', 'Task queue'])).toEqual(['clerk.queue.title']);
  });

  it('starts in Italian, and a choice in its menu turns it to English, here and for the person', async () => {
    const { page } = await deviceOf('operatore', 1440);
    await page.goto('/ufficio/');
    await page.getByRole('heading', { name: deskTexts.it.clerk.queue.title }).waitFor();
    const told = page.waitForResponse((response) => response.url().includes('/sessions/current/language'));
    await page.getByRole('button', { name: /Lingua/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: deskTexts.en.clerk.queue.title }).waitFor();
    expect((await told).status()).toBe(204);
    const session = await operatore.call('readSession', { query: { audience: 'office' } });
    expect(session.person?.language).toBe('en');
  });

  it('keeps what is written on the page while its language changes', async () => {
    const { page } = await deviceOf('operatore', 1440);
    await saidAt(page, '/');
    await page.getByRole('searchbox').fill('minutes');
    await page.getByRole('button', { name: /Language/ }).click();
    await page.getByRole('button', { name: 'Italiano' }).click();
    await page.getByRole('heading', { name: deskTexts.it.clerk.queue.title }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('minutes');
    await page.getByRole('button', { name: /Lingua/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: deskTexts.en.clerk.queue.title }).waitFor();
  });

  const addresses = {
    operatore: ['/', '/?q=xyzzy', '/?show=mine', '/pratiche', '/pratiche?q=xyzzy', '/accessi', '/posta', '/nowhere'],
    dirigente: ['/valutazioni'],
    amministratore: [
      '/amministrazione',
      ...registerViews.flatMap(({ slug }) => [
        `/amministrazione/${slug}?ente=r_emiro`,
        `/amministrazione/${slug}/riga?ente=r_emiro`,
        `/amministrazione/${slug}/importa?ente=r_emiro`,
      ]),
    ],
  };
  const walks = Object.entries(addresses).flatMap(([username, all]) =>
    all.flatMap((address) => [1440, 390].map((width) => [username, width, address] as const)),
  );

  async function inEnglish(username: string, width: number): Promise<Page> {
    const { page, context } = await deviceOf(username, width);
    await context.addInitScript(() => localStorage.setItem('iter.language', 'en'));
    return page;
  }

  it.each(walks)('says nothing of the Italian desk: %s at %d, %s', async (username, width, address) => {
    const said = await saidAt(await inEnglish(username, width), address);
    expect(said.length).toBeGreaterThan(10);
    const lost = deskTexts.en.clerk.app.notFoundTitle;
    expect(said.includes(lost)).toBe(address === '/nowhere');
    expect(strangeAtDesk(said)).toEqual([]);
  });

  it.each([1440, 390])('says nothing of the Italian desk: a case with its tabs, and a task, at %d', async (width) => {
    const page = await inEnglish('operatore', width);
    expect(strangeAtDesk(await saidAt(page, `/pratiche/${dossierId}`))).toEqual([]);
    for (const name of [deskTexts.en.clerk.dossier.record, deskTexts.en.clerk.dossier.diagram]) {
      await page.getByRole('tab', { name }).click();
      await atRest(page);
      expect(strangeAtDesk(await saidInEnglish(page))).toEqual([]);
    }
    const said = await saidAt(page, `/attivita/${encodeURIComponent(taskId)}`);
    expect(said).toContain(deskTexts.en.clerk.dossier.terms);
    expect(strangeAtDesk(said)).toEqual([]);
  });

  it('says nothing of the Italian desk: nobody signed in', async () => {
    const { page, context } = await deviceOf('operatore', 390);
    await context.addInitScript(() => localStorage.setItem('iter.language', 'en'));
    await context.clearCookies();
    const said = await saidAt(page, '/');
    expect(said).toContain(deskTexts.en.clerk.session.title);
    expect(strangeAtDesk(said)).toEqual([]);
  });
});
