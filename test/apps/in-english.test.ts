import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { it as italian } from '../../forms/text/it.ts';
import { submitAs, type Visitor } from '../support/api.ts';
import { asksFor } from '../support/application.ts';
import { jobsOf, type ApiJobs } from '../support/api-jobs.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { atRest, hasBrowser, type Device } from '../support/browser.ts';
import { completeAt, putUp } from '../support/desk.ts';
import { saidInEnglish, sentencesOf, strangeIn, tellable } from '../support/english.ts';

const procedureId = 'accesso-agli-atti';

/** What the office writes: Italian, whoever reads it. */
const byTheOffice = {
  refusal: 'Il verbale della commissione contiene dati di altre persone che non si possono togliere',
  question: 'Non è chiaro di quale commissione si tratta: nel 2025 ce ne sono state due',
  found: 'Verbale della commissione del 3 giugno, con gli allegati',
};

/** What a person who writes English answers. */
const inEnglish = {
  oggetto: 'The minutes of the selection board of 2025',
  interesse: 'I took part in the selection and want to understand my marks',
  motivazione: 'To think about an appeal',
};

describe.skipIf(!hasBrowser)('the portal in English (skipped without a Chromium)', { timeout: 120_000 }, () => {
  let apps: RunningApps;
  let device: Device;
  let jobs: ApiJobs;
  let giulia: Visitor;
  let operatore: Visitor;
  const dossiers: Record<string, string> = {};
  let draftId: string;

  const act = (dossierId: string, elementId: string, answers: Record<string, string | boolean>) =>
    giulia.call('doAct', { params: { dossierId, elementId }, body: { answers }, idempotencyKey: randomUUID() });

  async function sent(): Promise<string> {
    const file = await putUp(giulia, 'interest.pdf');
    const answers = { ...inEnglish, documentiInteresse: [file] };
    return (await submitAs(apps.api, { visitor: giulia, username: 'giulia' }, answers)).dossierId;
  }

  async function decided(decision: Parameters<typeof completeAt>[2]): Promise<string> {
    const dossierId = await sent();
    await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
    await completeAt(operatore, dossierId, {
      documentiIndividuati: byTheOffice.found,
      presenzaControinteressati: 'no',
    });
    await completeAt(operatore, dossierId, decision);
    await jobs.drain();
    return dossierId;
  }

  async function asked(): Promise<string> {
    const dossierId = await sent();
    const { question } = byTheOffice;
    await completeAt(operatore, dossierId, { esitoVerifica: 'da-precisare', motivoPrecisazione: question });
    await completeAt(operatore, dossierId, asksFor('oggetto', question));
    return dossierId;
  }

  beforeAll(async () => {
    apps = await theApps();
    const { api } = apps;
    jobs = jobsOf(api);
    [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
    const refusal = { esito: 'diniego', motivazioneDecisione: byTheOffice.refusal };
    dossiers['open'] = await sent();
    dossiers['suspended'] = await asked();
    dossiers['refused'] = await decided(refusal);
    const file = await putUp(operatore, 'minutes.pdf', 'office');
    dossiers['granted'] = await decided({ esito: 'accolta', documentiConsegnati: [file] });
    dossiers['reviewed'] = await decided(refusal);
    await act(dossiers['reviewed'], 'review-requested', { motiviRiesame: 'The reasons do not convince me at all' });
    dossiers['withdrawn'] = await sent();
    await act(dossiers['withdrawn'], 'withdrawal', { confermaRitiro: true });
    await jobs.drain();
    const draft = await giulia.call('createDraft', { body: { procedureId } });
    ({ draftId } = draft);
    await api.fillDraft({ visitor: giulia, username: 'giulia' }, draft, inEnglish);
    device = await apps.signedIn('giulia', 'citizen');
    await device.context.addInitScript(() => localStorage.setItem('iter.language', 'en'));
  }, 240_000);
  afterAll(() => apps?.stop());

  async function saidAt(address: string): Promise<readonly string[]> {
    const { page } = device;
    await page.goto(address);
    await page.locator('html[lang=en] :is(h1, [role=alert])').first().waitFor();
    await atRest(page);
    return saidInEnglish(page);
  }

  it('is searched for every sentence in a way that finds it', () => {
    const filled = new Map(sentencesOf(italian).map(([key, text]) => [key, text.replace(/\{\{.*?\}\}/g, 'x')]));
    expect(tellable.length).toBeGreaterThan(300);
    expect(tellable.filter(({ key, found }) => !found.test(filled.get(key) ?? ''))).toEqual([]);
    expect(strangeIn(['citizen.term.heading', 'Puoi chiedere il riesame', 'You can ask for a review'])).toHaveLength(2);
  });

  it.each([
    ['the catalogue', '/'],
    ['a search that finds', '/?q=transparency'],
    ['a search that finds nothing', '/?q=xyzzy'],
    ['the service card', `/servizi/${procedureId}`],
    ['the drafts of an application', `/servizi/${procedureId}/avvia`],
    ['the list of cases and drafts', '/pratiche'],
    ['a search of cases', '/pratiche?q=minutes'],
    ['the sign-ins', '/accessi'],
    ['the register of days', '/giorni'],
    ['the privacy notice', '/privacy'],
    ['the accessibility statement', '/accessibilita'],
    ['no such page', '/nowhere'],
    ['no such case', `/pratiche/${randomUUID()}`],
  ])('says nothing in Italian that is not marked: %s', async (_, address) => {
    const said = await saidAt(address);
    expect(said.length).toBeGreaterThan(20);
    expect(strangeIn(said)).toEqual([]);
  });

  it.each(['open', 'suspended', 'refused', 'granted', 'reviewed', 'withdrawn'])(
    'says nothing in Italian that is not marked: a case that is %s',
    async (state) => {
      const said = await saidAt(`/pratiche/${dossiers[state]}`);
      expect(said).toContain('You sent the application');
      expect(strangeIn(said)).toEqual([]);
      expect(strangeIn(await saidAt(`/pratiche/${dossiers[state]}/inviata`))).toEqual([]);
    },
  );

  it('tells terms, remedies, tasks, acts and letters in English', async () => {
    const suspended = await saidAt(`/pratiche/${dossiers['suspended']}`);
    expect(suspended).toContain('Correct what you sent');
    expect(suspended).toContain('Withdraw the application');
    expect(suspended).toContain('You have to clarify your application');
    const refused = await saidAt(`/pratiche/${dossiers['refused']}`);
    expect(refused).toContain('Regional ombudsman');
    expect(refused.join(' ')).toContain('Appeal to the court.');
  });

  it.each(['informativa', 'chi-presenta', 'che-cosa', 'perche', 'come', 'chi', 'dichiarazioni', 'summary'])(
    'says nothing in Italian that is not marked: the step %s of an application',
    async (step) => {
      expect(strangeIn(await saidAt(`/servizi/${procedureId}/domanda/${draftId}?passo=${step}`))).toEqual([]);
    },
  );

  it('tells what is wrong with answers in English', async () => {
    const { page } = device;
    const { draftId: empty } = await giulia.call('createDraft', { body: { procedureId } });
    await saidAt(`/servizi/${procedureId}/domanda/${empty}?passo=che-cosa`);
    await page.getByRole('main').getByRole('button', { name: 'Continue' }).click();
    await page.locator('.iter-errors').waitFor();
    expect(strangeIn(await saidInEnglish(page))).toEqual([]);
  });

  it('asks in English before it sends', async () => {
    const { page } = device;
    await saidAt(`/servizi/${procedureId}/domanda/${draftId}?passo=summary`);
    await page.getByRole('button', { name: 'Confirm and send' }).click();
    await page.getByRole('dialog').waitFor();
    expect(strangeIn(await saidInEnglish(page))).toEqual([]);
  });

  it.each([
    ['open', 'withdrawal'],
    ['refused', 'review-requested'],
  ])('says nothing in Italian that is not marked: what can be done about a case that is %s', async (state, act) => {
    expect(strangeIn(await saidAt(`/pratiche/${dossiers[state]}/atti/${act}`))).toEqual([]);
  });

  it('says nothing in Italian that is not marked: a task', async () => {
    const { tasks } = await giulia.call('readDossier', { params: { dossierId: dossiers['suspended'] ?? '' } });
    const said = await saidAt(`/pratiche/${dossiers['suspended']}/attivita/${tasks[0]?.taskId}`);
    expect(strangeIn(said)).toEqual([]);
    expect(said.join()).toContain('Correct what you sent');
    const marked = device.page.locator('[lang=it]', { hasText: byTheOffice.question });
    expect(await marked.last().innerText()).toBe(byTheOffice.question);
  });

  /** What a page says while a call is not answered as usual. */
  async function saidWhen(status: number | 'waiting'): Promise<readonly string[]> {
    const { page } = device;
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/v1/dossiers/*', async (route) => {
      if (status === 'waiting') await answered;
      await route.fulfill({ status: status === 'waiting' ? 404 : status, body: '' });
    });
    await page.goto(`/pratiche/${dossiers['open']}`);
    await page
      .locator(status === 'waiting' ? 'html[lang=en] [role=status]' : 'html[lang=en] [role=alert]')
      .first()
      .waitFor();
    const said = await saidInEnglish(page);
    answer();
    await page.unroute('**/api/v1/dossiers/*');
    return said;
  }

  /** A refusal that fills a page is its heading, and names the window. */
  async function expectPageHeading(page: Page): Promise<void> {
    const headings = await page.getByRole('heading', { level: 1 }).allInnerTexts();
    expect(headings).toHaveLength(1);
    expect(await page.title()).toContain(headings[0]);
  }

  it.each(['waiting', 500, 503] as const)(
    'says nothing in Italian that is not marked: an answer that is %s',
    async (status) => {
      const said = await saidWhen(status);
      expect(said.length).toBeGreaterThan(10);
      if (status !== 'waiting') await expectPageHeading(device.page);
      expect(strangeIn(said)).toEqual([]);
    },
  );

  it('says nothing in Italian that is not marked: nobody signed in, and a session that ended', async () => {
    const other = await apps.signedIn('giulia', 'citizen');
    await other.context.addInitScript(() => localStorage.setItem('iter.language', 'en'));
    const { page } = other;
    await page.goto(`/servizi/${procedureId}/domanda/${draftId}?passo=che-cosa`);
    await page.getByRole('textbox').first().waitFor();
    await other.context.clearCookies();
    await page.getByRole('textbox').first().fill('The minutes of the board of 2024');
    await page.getByRole('dialog').waitFor();
    expect(strangeIn(await saidInEnglish(page))).toEqual([]);
    await page.goto('/pratiche');
    await page.getByRole('heading', { name: 'Sign in to continue' }).waitFor();
    expect(strangeIn(await saidInEnglish(page))).toEqual([]);
    await other.close();
  });

  const languageKept = async (): Promise<string | undefined> =>
    (await giulia.call('readSession', { query: { audience: 'citizen' } })).person?.language;

  async function choose(page: Page, button: RegExp, name: string): Promise<void> {
    const told = page.waitForResponse((response) => response.url().includes('/sessions/current/language'));
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('button', { name }).click();
    await told;
  }

  it('a change of language tells the record anew, and is kept for who is written to', async () => {
    const { page } = device;
    await saidAt(`/pratiche/${dossiers['open']}`);
    expect(await languageKept()).toBe('en');
    await choose(page, /Language/, 'Italiano');
    await page.getByText('Hai inviato la richiesta').first().waitFor({ state: 'attached' });
    expect(await languageKept()).toBe('it');
    await choose(page, /Lingua/, 'English');
    await jobs.drain();
    const before = jobs.mails.length;
    await asked();
    await jobs.drain();
    expect(jobs.mails.slice(before).map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/: a message about case /),
    );
  });

  it('a browser in which nobody chose takes the language that the person chose elsewhere', async () => {
    const other = await apps.signedIn('giulia', 'citizen');
    await other.page.goto('/pratiche');
    await other.page.locator('html[lang=en]').waitFor();
    expect(await languageKept()).toBe('en');
    await other.close();
  });
});
