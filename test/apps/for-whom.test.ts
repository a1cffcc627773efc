import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../support/api.ts';
import { theApps, type RunningApps } from '../support/apps.ts';
import { atRest, examine, hasBrowser, type Device } from '../support/browser.ts';
import { pick, send } from '../support/journey.ts';

const pictures = process.env['ITER_PICTURES'];
const service = '/servizi/accesso-agli-atti';

describe.skipIf(!hasBrowser)('for whom somebody applies (skipped without a Chromium)', { timeout: 90_000 }, () => {
  let apps: RunningApps;
  let giulia: Visitor;

  beforeAll(async () => {
    apps = await theApps();
    giulia = await apps.api.signIn('giulia', 'citizen');
  }, 180_000);
  afterAll(() => apps?.stop());

  /** Examines a page at rest, and takes its picture where pictures are asked for. */
  async function seen({ page }: Device, name: string): Promise<void> {
    await atRest(page);
    await examine(page);
    if (pictures === undefined) return;
    const path = `${pictures}/${page.viewportSize()?.width}-${name}.png`;
    await page.screenshot({ path, fullPage: true });
  }

  /** An application of Giulia with everything answered, open where she says for whom it is. */
  async function askedForWhom(width: number): Promise<{ readonly device: Device; readonly address: string }> {
    const draft = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
    await apps.api.fillDraft({ visitor: giulia, username: 'giulia' }, draft);
    const device = await apps.signedIn('giulia', 'citizen', width);
    const address = `${service}/domanda/${draft.draftId}`;
    await device.page.goto(`${address}?passo=chi-presenta`);
    await device.page.getByRole('heading', { name: 'Chi presenta la domanda' }).waitFor();
    return { device, address };
  }

  /** Goes on from the first page, sends, and opens the dossier; gives what its page says. */
  async function sent(device: Device, address: string, name: string): Promise<string> {
    const { page } = device;
    await page.getByRole('button', { name: 'Continua' }).click();
    await page.getByRole('heading', { name: 'Che cosa chiedi', exact: true }).waitFor();
    await page
      .getByText(/Bozza salvata/)
      .first()
      .waitFor();
    await page.goto(`${address}?passo=summary`);
    await page.getByRole('heading', { name: 'Riepilogo', exact: true }).waitFor();
    await page.goto(await send({ ...device, look: () => Promise.resolve() }));
    await page.getByRole('heading', { name: 'A che punto è' }).waitFor();
    await seen(device, `${name}-dossier`);
    return page.getByRole('main').innerText();
  }

  /** What the desk says of a dossier. */
  async function atTheDesk(path: string, width: number, name: string): Promise<string> {
    const desk = await apps.signedIn('operatore', 'office', width);
    await desk.page.goto(path.replace('/pratiche/', '/ufficio/pratiche/'));
    await desk.page.getByText('Giulia Bianchi').first().waitFor();
    await seen(desk, `${name}-desk`);
    const said = await desk.page.getByRole('main').innerText();
    await desk.close();
    return said;
  }

  const fill = (page: Page, label: string, text: string) => page.getByLabel(label).first().fill(text);

  it.each([390, 1440])('a company applies through who represents it, %i pixels wide', async (width) => {
    const { device, address } = await askedForWhom(width);
    const { page } = device;
    await seen(device, 'question');
    await pick(page, 'Per un’impresa o un’associazione che rappresento');
    await fill(page, 'Denominazione', 'Rossi Srl');
    await fill(page, 'Partita IVA', ' IT 01234567897 ');
    for (const [label, text] of [
      ['Via o piazza', 'Via Emilia'],
      ['Numero civico', '1'],
      ['CAP', '40026'],
      ['Comune', 'Imola'],
      ['Provincia', 'BO'],
    ] as const)
      await fill(page, label, text);
    await fill(page, 'PEC', 'rossi@pec.example.it');
    await seen(device, 'company');
    expect(await sent(device, address, 'company')).toMatch(
      /Agisci per conto di\s+Rossi Srl[\s\S]*Legale rappresentante/,
    );
    const desk = await atTheDesk(new URL(page.url()).pathname, width, 'company');
    expect(desk).toMatch(/Rossi Srl[\s\S]*01234567897/);
    await device.close();
  });

  it.each([390, 1440])('a person applies through their delegate, %i pixels wide', async (width) => {
    const { device, address } = await askedForWhom(width);
    const { page } = device;
    await pick(page, 'Per un’altra persona che mi ha dato l’incarico');
    await fill(page, 'Nome', 'Mario');
    await fill(page, 'Cognome', 'Esposito');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'delega.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
      });
    await page.getByText('delega.pdf').first().waitFor();
    await fill(page, 'Fino a quando vale', '31/12/2999');
    await seen(device, 'delegate');
    const said = await sent(device, address, 'delegate');
    expect(said).toMatch(/Agisci per conto di\s+Mario Esposito/);
    expect(said).toMatch(/Con delega[\s\S]*Ultimo giorno: 31 dicembre 2999[\s\S]*delega\.pdf/);
    const desk = await atTheDesk(new URL(page.url()).pathname, width, 'delegate');
    expect(desk).toMatch(/Per suo conto agisce Giulia Bianchi[\s\S]*Ultimo giorno: 31 dicembre 2999/);
    await device.close();
  });
});
