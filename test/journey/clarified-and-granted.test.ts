import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDevice, hasBrowser, launchBrowser, type Device } from '../support/browser.ts';
import {
  chooseIdentity,
  completeTask,
  fillDocumentRequest,
  openApplication,
  openDesk,
  openFile,
  pick,
  readDossier,
  send,
  takeTask,
} from '../support/journey.ts';
import { anEngineHome, type EngineHome, type EngineProcess } from '../support/server.ts';

const subject = 'Il permesso di costruire della casa di via Roma 12';

describe.skipIf(!hasBrowser)('a request that is clarified and granted (skipped without a Chromium)', () => {
  let home: EngineHome;
  let engine: EngineProcess;
  let browser: Browser;
  let phone: Device;
  let desktop: Device;
  let desk: Device;
  let dossier: string;

  beforeAll(async () => {
    home = await anEngineHome();
    [engine, browser] = await Promise.all([home.start(), launchBrowser()]);
    phone = await aDevice(browser, engine.baseUrl, 390);
    desktop = await aDevice(browser, engine.baseUrl);
    desk = await aDevice(browser, engine.baseUrl, 1440);
  });

  afterAll(async () => {
    await browser?.close();
    await home?.remove();
  });

  it('a citizen begins on her phone and the draft saves itself', async () => {
    await openApplication(phone, 'Giulia');
    await pick(phone.page, 'Un documento che riguarda me');
    await phone.page.getByLabel('Quale documento o dato chiedi?').fill('Il permesso di costruire');
    await phone.page.getByText('Bozza salvata alle').first().waitFor();
    await phone.look();
  });

  it('she resumes on another device, finds her answers and sends', async () => {
    const { page } = desktop;
    await page.goto('/pratiche');
    await page.getByRole('link', { name: 'Entra con SPID o CIE' }).click();
    await chooseIdentity(page, 'Giulia');
    await page.getByRole('link', { name: /Riprendi/ }).waitFor();
    await desktop.look();
    await page.getByRole('link', { name: /Riprendi/ }).click();
    await page.getByRole('heading', { name: 'Che cosa chiedi' }).waitFor();
    expect(await page.getByLabel('Quale documento o dato chiedi?').inputValue()).toBe('Il permesso di costruire');
    await fillDocumentRequest(desktop, { subject, interest: 'Sono la proprietaria e devo vendere la casa.' });
    expect(await openFile(desktop, 'rogito.pdf')).toBe('%PDF-');
    dossier = await send(desktop);
    const facts = page.getByRole('main');
    await expect(facts.innerText()).resolves.toMatch(/r_emiro\/\d{4}\/0000001[\s\S]*Risposta entro il/);
  });

  it('the receipt is a PDF with the registration number', async () => {
    const receipt = await desktop.context.request.get(`/api/v1${dossier.replace('pratiche', 'dossiers')}/receipt`);
    expect(receipt.headers()['content-type']).toContain('application/pdf');
    expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('a clerk ticks the answer that is not clear, and says which permit she has to name', async () => {
    const { page } = desk;
    await openDesk(desk, 'Paola');
    await takeTask(desk, 'Verifica la richiesta');
    await pick(page, 'No, il richiedente deve precisare');
    await page.getByLabel('Che cosa non è chiaro?').fill('Non si capisce quale permesso serve.');
    await completeTask(desk);
    await takeTask(desk, 'Indica che cosa va corretto');
    await page.getByRole('button', { name: /Aggiungi/ }).click();
    await page.getByRole('combobox', { name: /Risposta o allegato/ }).fill('Quale documento');
    await page.getByRole('option', { name: 'Quale documento o dato chiedi?' }).click();
    await page.getByLabel('Che cosa non va, e perché').fill('Per via Roma 12 ci sono due permessi: indica l’anno.');
    await desk.look();
    await completeTask(desk);
  });

  it('she is told on the portal, on the phone too, and answers', async () => {
    const { page } = phone;
    await page.goto(dossier);
    await page.getByRole('heading', { name: 'Cosa devi fare' }).waitFor();
    await phone.look();
    await page
      .getByRole('link', { name: /Correggi ciò che hai presentato/ })
      .or(page.getByRole('link', { name: 'Vai all’attività' }))
      .first()
      .click();
    await page.getByRole('note').getByText('ci sono due permessi').waitFor();
    await phone.look();
    expect(await page.getByLabel('Che interesse hai?').isEditable()).toBe(false);
    expect(await page.getByText('rogito.pdf').count()).toBeGreaterThan(0);
    await page.getByLabel('Quale documento o dato chiedi?').fill(`${subject}, rilasciato nel 1998`);
    await page.getByText('Salvato alle').waitFor();
    await desktop.page.goto(page.url());
    const elsewhere = desktop.page.getByLabel('Quale documento o dato chiedi?');
    expect(await elsewhere.inputValue()).toBe(`${subject}, rilasciato nel 1998`);
    await page.getByRole('button', { name: 'Invia', exact: true }).click();
    await page.getByRole('dialog').getByText('rilasciato nel 1998').waitFor();
    await phone.look();
    await page.getByRole('button', { name: 'Conferma e invia' }).click();
    await page.getByText('Per ora non devi fare nulla').waitFor();
    await phone.look();
  });

  it('the clerk finds the new text, the documents, and grants', async () => {
    const { page } = desk;
    await takeTask(desk, 'Cerca e valuta i documenti');
    await page.getByText('rilasciato nel 1998').first().waitFor();
    const corrected = page.locator('.iter-corrected').first();
    expect(await corrected.innerText()).toMatch(
      /Prima\s+Il permesso di costruire[\s\S]*Adesso[\s\S]*rilasciato nel 1998/,
    );
    await page.getByLabel('Quali documenti hai trovato?').fill('Permesso di costruire 45/1998');
    await pick(page, 'No', /persone che l’accesso può danneggiare/);
    await completeTask(desk);
    await takeTask(desk, 'Decidi sulla richiesta');
    await pick(page, 'Accolta');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'permesso-45-1998.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
      });
    await page.getByText('permesso-45-1998.pdf').first().waitFor();
    await desk.look();
    expect(await openFile(desk, 'permesso-45-1998.pdf')).toBe('%PDF-');
    await completeTask(desk);
  });

  it('she sees the outcome, the documents and the verified record', async () => {
    const { page } = desktop;
    await expect
      .poll(() => readDossier(desktop, dossier), { timeout: 30_000, interval: 500 })
      .toMatch(/Accolta[\s\S]*Provvedimento finale/);
    await desktop.look();
    await page.getByRole('button', { name: 'Verifica il registro' }).click();
    await page.getByText(/Registro verificato: \d+ eventi, nessuna alterazione/).waitFor();
    await desktop.look();
    await page.goto('/pratiche');
    await page.getByRole('heading', { name: 'Le mie pratiche' }).waitFor();
    await desktop.look();
  });

  it('the office reads the history, the diagram and the mails', async () => {
    const { page } = desk;
    await page.goto(`/ufficio${dossier}`);
    for (const tab of ['Cronologia', 'Diagramma', 'Registro']) {
      await page.getByRole('tab', { name: tab }).click();
      await desk.look();
    }
    await page.getByRole('button', { name: 'Verifica il registro' }).click();
    await page.getByText(/Registro verificato: \d+ fatti/).waitFor();
    await page.goto('/ufficio/pratiche');
    await page.getByText(subject).first().waitFor();
    await desk.look();
    await page.goto('/ufficio/posta');
    await expect
      .poll(() => page.getByRole('main').innerText(), { timeout: 20_000 })
      .toMatch(/giulia\.bianchi@example\.org/);
    await desk.look();
  });

  it('no page has written an error', () => {
    expect([...phone.errors, ...desktop.errors, ...desk.errors]).toEqual([]);
  });

  it('Ctrl-C stops everything cleanly', async () => {
    expect(await engine.stop()).toBe(0);
  });
});
