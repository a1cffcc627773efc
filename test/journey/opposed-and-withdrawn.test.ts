import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDevice, hasBrowser, hurried, launchBrowser, type Device } from '../support/browser.ts';
import {
  chooseIdentity,
  completeTask,
  fillDocumentRequest,
  openApplication,
  openDesk,
  pick,
  readDossier,
  send,
  takeTask,
} from '../support/journey.ts';
import { anEngineHome, type EngineHome, type EngineProcess } from '../support/server.ts';

const reasons = 'Nel verbale ci sono il mio indirizzo di casa e il mio telefono.';
const why = 'Il verbale si consegna senza i recapiti di chi è citato, che non servono a difendersi.';

describe.skipIf(!hasBrowser)('a third party opposes, and a citizen withdraws (skipped without a Chromium)', () => {
  let home: EngineHome;
  let engine: EngineProcess;
  let browser: Browser;
  let giulia: Device;
  let marco: Device;
  let desk: Device;
  let luca: Device;
  let dossier: string;
  let withdrawn: string;

  beforeAll(async () => {
    home = await anEngineHome();
    [engine, browser] = await Promise.all([home.start(), launchBrowser()]);
    giulia = await aDevice(browser, engine.baseUrl);
    marco = await aDevice(browser, engine.baseUrl, 390);
    desk = await aDevice(browser, engine.baseUrl, 1440);
  });

  afterAll(async () => {
    await browser?.close();
    await home?.remove();
  });

  it('the office names somebody whom the access could harm', async () => {
    await openApplication(hurried(giulia), 'Giulia');
    await fillDocumentRequest(hurried(giulia), {
      subject: 'Il verbale di via Po 7',
      interest: 'Sono parte nella causa.',
    });
    dossier = await send(hurried(giulia));
    const { page } = desk;
    await openDesk(desk, 'Paola');
    await takeTask(desk, 'Verifica la richiesta');
    await pick(page, 'Sì, si può cercare il documento');
    await completeTask(desk);
    await takeTask(desk, 'Cerca e valuta i documenti');
    await page.getByLabel('Quali documenti hai trovato?').fill('Verbale 7 del 2024');
    await pick(page, 'Sì', /persone che l’accesso può danneggiare/);
    await page.getByRole('textbox', { name: /^Nome/ }).fill('Marco');
    await page.getByRole('textbox', { name: /^Cognome/ }).fill('Verdi');
    await page.getByRole('textbox', { name: /^Codice fiscale/ }).fill('VRDMRC79S23F257F');
    await desk.look();
    await completeTask(desk);
  });

  it('he is told, signs in and opposes with his reasons', async () => {
    const { page } = marco;
    await page.goto(dossier);
    await page
      .getByRole('link', { name: /Entra con SPID/ })
      .first()
      .click();
    await chooseIdentity(page, 'Marco');
    await page.getByText('riguarda anche te').first().waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('Sono parte nella causa');
    await marco.look();
    await page.getByRole('link', { name: /Vai all’attività/ }).click();
    await pick(page, 'Sì, mi oppongo');
    await pick(page, 'I miei dati personali');
    await page.getByLabel('Perché ti opponi?').fill(reasons);
    await marco.look();
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await page.getByRole('button', { name: 'Conferma e invia' }).click();
    await page.getByText('Per ora non devi fare nulla').waitFor();
    await marco.look();
  });

  it('the office reads them where it weighs and decides', async () => {
    const { page } = desk;
    await takeTask(desk, 'Bilancia gli interessi');
    expect(await page.getByText(reasons).count()).toBeGreaterThan(1);
    await pick(page, 'L’accesso, oscurando alcune parti');
    await page.getByLabel('Che cosa va oscurato?').fill('Indirizzo e telefono');
    await page.getByLabel('Perché?').fill('I recapiti non servono per la causa.');
    await completeTask(desk);
    await takeTask(desk, 'Decidi sulla richiesta');
    expect(await page.getByText(reasons).count()).toBeGreaterThan(1);
    await pick(page, 'Accolta in parte');
    await page.getByLabel('Motivazione').fill(why);
    await desk.look();
    await completeTask(desk);
  });

  it('the applicant reads why, and what she can do', async () => {
    await expect
      .poll(() => readDossier(giulia, dossier), { timeout: 30_000, interval: 500 })
      .toMatch(/Accolta in parte/);
    const { page } = giulia;
    await page.getByRole('heading', { name: 'Se non sei d’accordo' }).waitFor();
    const told = await page.getByRole('main').innerText();
    expect(told).toMatch(/Difensore civico regionale\s+Entro (il |l’)\d/);
    expect(told).toMatch(/Chiedi il riesame[\s\S]*Puoi farlo entro (il |l’)\d/);
    expect(told).not.toContain(reasons);
    await page
      .getByText(/^Richiesta di accesso .*: la risposta$/)
      .first()
      .click();
    await page.getByText(why).waitFor();
    await giulia.look();
  });

  it('another citizen applies, and rates the service with the keyboard', async () => {
    luca = await aDevice(browser, engine.baseUrl, 390);
    const { page } = luca;
    await openApplication(luca, 'Luca');
    await fillDocumentRequest(luca, { subject: 'La pratica di via Reno 2', interest: 'Sono il proprietario.' });
    withdrawn = await send(luca);
    await page.getByLabel('1 stella su 5').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('A volte le indicazioni non erano chiare').click();
    await page.getByLabel('Vuoi aggiungere altro?').fill('Il modulo è lungo.');
    await luca.look();
    await page.getByRole('button', { name: 'Invia la valutazione' }).click();
    await page.getByText('Grazie, la tua valutazione').waitFor();
    await luca.look();
  });

  it('he withdraws his request', async () => {
    const { page } = luca;
    await page.goto(withdrawn);
    await page.getByRole('link', { name: 'Ritira la richiesta' }).click();
    await page.getByText('Voglio ritirare la richiesta').click();
    await luca.look();
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await page.getByRole('button', { name: 'Conferma e invia' }).click();
    await page.getByText('La pratica è conclusa').waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(/Ritirata/);
    await luca.look();
    expect([...luca.errors, ...giulia.errors, ...marco.errors, ...desk.errors]).toEqual([]);
  });
});
