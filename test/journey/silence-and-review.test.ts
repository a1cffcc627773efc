import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDevice, hasBrowser, hurried, launchBrowser, type Device } from '../support/browser.ts';
import {
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

describe.skipIf(!hasBrowser)('silence after thirty days, and the review of it (skipped without a Chromium)', () => {
  let home: EngineHome;
  let engine: EngineProcess;
  let browser: Browser;
  let citizen: Device;
  let dossier: string;

  beforeAll(async () => {
    home = await anEngineHome();
    [engine, browser] = await Promise.all([home.start(), launchBrowser()]);
    citizen = await aDevice(browser, engine.baseUrl);
  });

  afterAll(async () => {
    await browser?.close();
    await home?.remove();
  });

  it('a citizen sends a request and nobody answers for thirty days', async () => {
    await openApplication(hurried(citizen), 'Luca');
    await fillDocumentRequest(hurried(citizen), {
      subject: 'Il verbale del sopralluogo in via Verdi 3',
      interest: 'Abito nella casa accanto e ho subito un danno.',
    });
    dossier = await send(hurried(citizen));
    expect(await engine.stop()).toBe(0);
    // Up to three days more: a last day that is a holiday moves on.
    engine = await home.start({ ITER_CLOCK_OFFSET: '34' });
  });

  it('the silence counts as a denial and he is told', async () => {
    const { page } = citizen;
    await expect
      .poll(
        async () => {
          await page.goto(dossier);
          const signInLink = page.getByRole('link', { name: /Entra con SPID|Accedi di nuovo/ }).first();
          const timeline = page.getByRole('heading', { name: 'A che punto è' });
          await signInLink.or(timeline).first().waitFor();
          if (await signInLink.isVisible()) await signInAgain(citizen);
          await timeline.waitFor();
          return page.getByRole('main').innerText();
        },
        { timeout: 120_000, interval: 1000 },
      )
      .toMatch(/Diniego tacito|silenzio/i);
    await citizen.look();
  });

  it('he asks for a review', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: /Chiedi il riesame/ }).click();
    await page.getByLabel('Perché chiedi il riesame?').fill('Non ho avuto nessuna risposta entro il termine.');
    await citizen.look();
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await page.getByRole('button', { name: 'Conferma e invia' }).click();
    await page.getByRole('heading', { name: 'A che punto è' }).waitFor();
    await citizen.look();
  });

  it('the officer for transparency upholds it', async () => {
    const desk = await aDevice(browser, engine.baseUrl, 1440);
    await openDesk(desk, 'Anna');
    await takeTask(desk, 'Esamina la richiesta di riesame');
    await pick(desk.page, 'No', /parere del Garante/);
    await completeTask(desk);
    await takeTask(desk, 'Decidi il riesame');
    await pick(desk.page, 'Riesame accolto: accesso per intero');
    await desk.page
      .getByLabel('Motivazione')
      .fill('Il verbale riguarda la proprietà del richiedente e non contiene dati di altri.');
    await desk.look();
    await completeTask(desk);
    expect(desk.errors).toEqual([]);
    await expect.poll(() => readDossier(citizen, dossier), { timeout: 30_000, interval: 500 }).toMatch(/Accolta/);
    await citizen.look();
    expect(citizen.errors).toEqual([]);
  });
});

async function signInAgain({ page }: Device): Promise<void> {
  await page
    .getByRole('link', { name: /Entra con SPID|Accedi di nuovo/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Luca/ }).click();
  await page.waitForLoadState('networkidle');
}
