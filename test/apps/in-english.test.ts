import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../forms/text/en.ts';
import { it as italian } from '../../forms/text/it.ts';
import { submitAs } from '../support/api.ts';
import { jobsOf } from '../support/api-jobs.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { hasBrowser, type Device } from '../support/browser.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

/** Every sentence of a text file under its key. */
const sentencesOf = (texts: Texts, above = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${above}${key}`, value] as const] : sentencesOf(value, `${above}${key}.`),
  );

const english = new Map(sentencesOf(en));

/**
 * How the Italian sentences can be told on a page: one word only where it stands alone, as it may be an English one
 * too.
 */
const tellable = sentencesOf(italian)
  .filter(([key, sentence]) => english.get(key) !== sentence)
  .filter(([, sentence]) => sentence.replace(/\{\{.*?\}\}/g, '').replace(/[^\p{L}]/gu, '').length > 3)
  .map(([key, sentence]) => ({ key, found: matcherOf(sentence) }));

function matcherOf(sentence: string): RegExp {
  const literal = sentence.split(/\{\{.*?\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = literal.join('.+');
  const isPhrase = /\p{L}+\P{L}+\p{L}{2,}/u.test(literal.join(' '));
  return isPhrase ? new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'u') : new RegExp(`^\\s*${pattern}\\s*$`, 'u');
}

/** Words that stand in nearly every Italian sentence and in no English one. */
const italianWords = /(?<!\p{L})(della|delle|degli|dei|del|nella|il|che|gli|una|sono|è|con|entro|richiesta)(?!\p{L})/iu;

/**
 * What a page says in the language of the page: the texts and the names of its elements that are not marked as Italian.
 */
const saidInEnglish = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isItalian = (element: Element | null): boolean =>
      element?.closest('[lang]')?.getAttribute('lang') === 'it' || element?.closest('script, style') !== null;
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!isItalian(node.parentElement)) said.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (isItalian(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
    }
    return said.filter((text) => text.trim() !== '');
  });

describe.skipIf(!hasBrowser)('the portal in English (skipped without a Chromium)', { timeout: 120_000 }, () => {
  let apps: RunningApps;
  let device: Device;
  let dossierId: string;
  /** What the record of the dossier says in Italian. */
  let record: readonly string[];

  beforeAll(async () => {
    apps = await theApps();
    const { api } = apps;
    const visitor = await api.signIn('giulia', 'citizen');
    ({ dossierId } = await submitAs(api, { visitor, username: 'giulia' }));
    await jobsOf(api).drain();
    await visitor.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    const { timeline } = await visitor.call('readDossier', { params: { dossierId } });
    record = timeline.flatMap(({ title, text = '' }) => [title, text]).filter((text) => text !== '');
    device = await apps.signedIn('giulia', 'citizen');
    await device.context.addInitScript(() => localStorage.setItem('iter.language', 'en'));
  }, 180_000);
  afterAll(() => apps?.stop());

  async function saidAt(address: string): Promise<readonly string[]> {
    const { page } = device;
    await page.goto(address);
    await page.locator('html[lang=en] h1').waitFor();
    await page.waitForLoadState('networkidle');
    return saidInEnglish(page);
  }

  const italianIn = (said: readonly string[]): readonly string[] =>
    said.flatMap((text) => tellable.filter(({ found }) => found.test(text)).map(({ key }) => `${key}: ${text}`));

  it('is searched for every sentence in a way that finds it', () => {
    const filled = new Map(sentencesOf(italian).map(([key, text]) => [key, text.replace(/\{\{.*?\}\}/g, 'x')]));
    expect(tellable.length).toBeGreaterThan(300);
    expect(tellable.filter(({ key, found }) => !found.test(filled.get(key) ?? ''))).toEqual([]);
  });

  it.each([
    ['the catalogue', () => '/'],
    ['the service card', () => '/servizi/accesso-agli-atti'],
    ['the list of cases and drafts', () => '/pratiche'],
    ['the page of a case', () => `/pratiche/${dossierId}`],
  ])('says no Italian sentence of its own: %s', async (_, address) => {
    const said = await saidAt(address());
    expect(said.length).toBeGreaterThan(20);
    expect(italianIn(said)).toEqual([]);
  });

  it.each([['/servizi/accesso-agli-atti'], ['/pratiche']])('marks as Italian what is: %s', async (address) => {
    expect((await saidAt(address)).filter((text) => italianWords.test(text))).toEqual([]);
  });

  it('the page of a case marks as Italian what is', async () => {
    expect((await saidAt(`/pratiche/${dossierId}`)).filter((text) => italianWords.test(text))).toEqual([]);
  });

  it('the record of a case is told in English, in Italian only what a procedure calls things', async () => {
    const said = await saidAt(`/pratiche/${dossierId}`);
    expect(said).toContain('You sent the application');
    expect(said).toContain('The time limit of 30 days has started');
    expect(record.length).toBeGreaterThan(4);
    expect(said.filter((text) => record.includes(text.trim()))).toEqual([]);
  });

  it('a change of language tells the record anew', async () => {
    const { page } = device;
    await page.goto(`/pratiche/${dossierId}`);
    await page.getByRole('button', { name: /Language/ }).click();
    await page.getByRole('button', { name: 'Italiano' }).click();
    await page.getByText('Hai inviato la richiesta').first().waitFor({ state: 'attached' });
  });
});
