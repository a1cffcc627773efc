import type { Page } from 'playwright-core';
import type { Device } from './browser.ts';

/** What people do on the pages, in their own words. Every verb ends on a page at rest. */

/** Signs in at the local identity provider, whose page has to be open. */
export async function chooseIdentity(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForLoadState('networkidle');
}

/** Goes from the catalogue to what a citizen asks for themself, as one does who has never been here. */
export async function openApplication(device: Device, name: string): Promise<void> {
  await beginApplication(device, name);
  await pick(device.page, 'Per me');
  await device.look();
  await next(device.page, 'Che cosa chiedi');
}

/** Goes from the catalogue to the first page of the form, where one says for whom one applies. */
export async function beginApplication(device: Device, name: string): Promise<void> {
  const { page, look } = device;
  await page.goto('/');
  await look();
  await page.getByLabel('Cerca un servizio').fill('documenti');
  await page.getByRole('button', { name: 'Cerca' }).click();
  await page
    .getByRole('link', { name: /Accesso agli atti/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'A chi è rivolto' }).waitFor();
  await look();
  await page.getByRole('link', { name: 'Accedi al servizio' }).first().click();
  await page.getByRole('heading', { name: /identità di prova/ }).waitFor();
  await look();
  await chooseIdentity(page, name);
  await page.getByText('Ho letto l’informativa').waitFor();
  await look();
  await page.getByText('Ho letto l’informativa').click();
  await page.getByRole('button', { name: 'Inizia' }).click();
  await page.getByRole('heading', { name: 'Chi presenta la domanda' }).waitFor();
}

/** What a citizen asks for. */
export interface Wish {
  readonly subject: string;
  readonly interest: string;
}

/** Fills the pages of a request of documents that concern the applicant, up to the summary. */
export async function fillDocumentRequest(device: Device, { subject, interest }: Wish): Promise<void> {
  const { page, look } = device;
  await pick(page, 'Un documento che riguarda me');
  await page.getByLabel('Quale documento o dato chiedi?').fill(subject);
  await pick(page, 'No', /altre persone/);
  await look();
  await next(page, 'Perché');
  await page.getByLabel('Che interesse hai?').fill(interest);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'rogito.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    });
  await page.getByText('rogito.pdf').first().waitFor();
  await look();
  await next(page, 'Come vuoi riceverlo');
  await pick(page, 'In digitale, nella tua area personale');
  await look();
  await next(page, 'I tuoi dati');
  await look();
  await next(page, 'Dichiarazioni');
  for (const label of await page.getByRole('main').locator('input[type=checkbox] + label').all()) await label.click();
  await look();
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('heading', { name: 'Riepilogo', exact: true }).waitFor();
  await look();
}

/** What a file that the page names gives when it is opened: its first bytes. */
export async function openFile({ page, context }: Device, name: string): Promise<string> {
  const address = await page.getByRole('link', { name }).first().getAttribute('href');
  return (await (await context.request.get(address ?? '')).text()).slice(0, 5);
}

/** Confirms and sends from the summary; gives the path of the dossier. */
export async function send(device: Device): Promise<string> {
  const { page, look } = device;
  await page.getByRole('button', { name: 'Conferma e invia' }).click();
  await look();
  await page.getByRole('button', { name: 'Dichiaro e invio' }).click();
  await page.getByRole('heading', { name: 'Abbiamo ricevuto la tua richiesta' }).waitFor();
  await look();
  return new URL(page.url()).pathname.replace(/\/inviata$/, '');
}

/**
 * Chooses an answer as a person does, by its label; `question` says in which group when the label stands in several.
 */
export async function pick(page: Page, label: string, question?: RegExp): Promise<void> {
  const place = question === undefined ? page.getByRole('main') : page.getByRole('group', { name: question });
  await place
    .locator('label')
    .filter({ hasText: new RegExp(`^${label}`) })
    .first()
    .click();
}

async function next(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
}

/** Opens the page of a dossier in the portal; gives all that it says. */
export async function readDossier({ page }: Device, path: string): Promise<string> {
  await page.goto(path);
  await page.getByRole('heading', { name: 'A che punto è' }).waitFor();
  return page.getByRole('main').innerText();
}

/** Opens the desk as a member of an office. */
export async function openDesk(device: Device, name: string): Promise<void> {
  const { page, look } = device;
  await page.goto('/ufficio');
  await page.getByRole('link', { name: 'Accedi', exact: true }).first().waitFor();
  await look();
  await page.getByRole('link', { name: 'Accedi', exact: true }).first().click();
  await page.getByRole('heading', { name: /identità di prova/ }).waitFor();
  await chooseIdentity(page, name);
  await page.getByRole('heading', { name: 'Coda delle attività' }).waitFor();
  await look();
}

/** Takes the open task of that name from the queue and opens it with its form ready. */
export async function takeTask(device: Device, task: string): Promise<void> {
  const { page, look } = device;
  await page.goto('/ufficio');
  await page
    .getByRole('link', { name: new RegExp(task) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Prendi in carico' }).first().click();
  await page.getByRole('button', { name: 'Completa l’attività' }).waitFor();
  await look();
}

/** Completes the task whose form is filled. */
export async function completeTask(device: Device): Promise<void> {
  const { page, look } = device;
  await page.getByRole('button', { name: 'Completa l’attività' }).click();
  await page.getByRole('button', { name: 'Conferma e completa' }).click();
  await page.getByRole('heading', { name: 'Attività completata' }).waitFor();
  await look();
}
