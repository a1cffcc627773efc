import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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

const subject = 'Il progetto di via Garibaldi 7 con i disegni allegati';

describe.skipIf(!hasBrowser)('a server that is killed in the middle of a journey (skipped without a Chromium)', () => {
  let home: EngineHome;
  let engine: EngineProcess;
  let browser: Browser;
  let citizen: Device;
  let desk: Device;
  let dossier: string;

  beforeAll(async () => {
    home = await anEngineHome();
    [engine, browser] = await Promise.all([home.start(), launchBrowser()]);
    citizen = await aDevice(browser, engine.baseUrl);
    desk = await aDevice(browser, engine.baseUrl, 1440);
  });

  afterAll(async () => {
    await browser?.close();
    await home?.remove();
  });

  const killAndRestart = async (): Promise<void> => {
    await engine.kill();
    engine = await home.start();
  };

  it('keeps the draft and the session of the citizen', async () => {
    const { page } = citizen;
    await openApplication(hurried(citizen), 'Giulia');
    await pick(page, 'Un documento che riguarda me');
    await page.getByLabel('Quale documento o dato chiedi?').fill(subject);
    await page.getByText('Bozza salvata alle').first().waitFor();
    await killAndRestart();
    await page.reload();
    await page.getByRole('heading', { name: 'Che cosa chiedi' }).waitFor();
    expect(await page.getByLabel('Quale documento o dato chiedi?').inputValue()).toBe(subject);
  });

  it('saves what was typed while it was away', async () => {
    const { page } = citizen;
    await engine.kill();
    await page.getByLabel(/^Ufficio/).fill('Sportello unico edilizia');
    await page.getByText('resta in questo browser').first().waitFor();
    engine = await home.start();
    await page.getByText('Bozza salvata alle').first().waitFor();
  });

  it('loses nothing of an application sent a moment before', async () => {
    await fillDocumentRequest(hurried(citizen), { subject, interest: 'Sono la proprietaria dell’appartamento.' });
    dossier = await send(hurried(citizen));
    await killAndRestart();
    await citizen.page.goto(dossier);
    await citizen.page.getByRole('heading', { name: 'A che punto è' }).waitFor();
    expect(await citizen.page.getByRole('main').innerText()).toContain('r_emiro/');
  });

  it('goes on with the task that was in hand and does nothing twice', async () => {
    const { page } = desk;
    await openDesk(desk, 'Paola');
    await takeTask(desk, 'Verifica la richiesta');
    await pick(page, 'Sì, si può cercare il documento');
    await killAndRestart();
    await completeTask(desk);
    await takeTask(desk, 'Cerca e valuta i documenti');
    await page.getByLabel('Quali documenti hai trovato?').fill('Progetto 12/2001');
    await pick(page, 'No', /persone che l’accesso può danneggiare/);
    await completeTask(desk);
    await takeTask(desk, 'Decidi sulla richiesta');
    await pick(page, 'Accolta');
    await completeTask(desk);
    // The document of the decision is being drawn up by a job at this very moment.
    await killAndRestart();
    await expect
      .poll(() => readDossier(citizen, dossier), { timeout: 90_000, interval: 1000 })
      .toMatch(/Provvedimento finale/);
    const { documents } = await (
      await citizen.context.request.get(`/api/v1${dossier.replace('pratiche', 'dossiers')}`)
    ).json();
    expect(documents.filter(({ kind }: { kind: string }) => kind === 'final-act')).toHaveLength(1);
  });

  it('leaves a record that the command line verifies', async () => {
    const env = { ...process.env, ...engine.env };
    const { stdout } = await promisify(execFile)(process.execPath, ['engine/iter.mjs', 'audit', 'verify'], { env });
    expect(stdout).toMatch(/1 pratica.*nessuna alterazione/);
  });
});
