import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { jobsOf, type ApiJobs } from '../../support/api-jobs.ts';
import { completeAt, putUp } from '../../support/desk.ts';
import { textsIn } from '../../support/pdf.ts';

let api: RunningApi;
let jobs: ApiJobs;
let giulia: Visitor;
let operatore: Visitor;
beforeAll(async () => {
  api = await anApi();
  jobs = jobsOf(api);
  [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
});
afterAll(() => api.stop());

const submit = async () => {
  const documentiInteresse = [await putUp(giulia, 'mio-interesse.pdf')];
  return (await submitAs(api, { visitor: giulia, username: 'giulia' }, { documentiInteresse })).dossierId;
};
const download = async (dossierId: string) =>
  Buffer.from((await giulia.download(`/api/v1/dossiers/${dossierId}/receipt`)).bytes);
const receiptOf = async (dossierId: string) => {
  const { documents } = await giulia.call('readDossier', { params: { dossierId } });
  return documents.filter(({ kind }) => kind === 'receipt');
};

/** The office grants the request and hands a document over. */
async function grant(dossierId: string): Promise<void> {
  await completeAt(operatore, dossierId, { esitoVerifica: 'regolare' });
  await completeAt(operatore, dossierId, { documentiIndividuati: 'Verbale n. 3', presenzaControinteressati: 'no' });
  const documentiConsegnati = [await putUp(operatore, 'verbale-della-seduta.pdf', 'office')];
  await completeAt(operatore, dossierId, { esito: 'accolta', documentiConsegnati });
}

it('the receipt keeps its bytes whatever the office adds later', async () => {
  const dossierId = await submit();
  await jobs.drain();
  const issued = await download(dossierId);
  await grant(dossierId);
  const { documents } = await giulia.call('readDossier', { params: { dossierId } });
  expect(documents.map(({ fileName }) => fileName)).toContain('verbale-della-seduta.pdf');
  expect(await download(dossierId)).toEqual(issued);
});

it('the dossier names it, and says its fingerprint', async () => {
  const dossierId = await submit();
  await jobs.drain();
  const sha256 = createHash('sha256')
    .update(await download(dossierId))
    .digest('hex');
  expect(await receiptOf(dossierId)).toMatchObject([{ sha256, registration: expect.stringMatching(/\/\d{7}$/) }]);
});

it('asked for before it was drawn it is issued, and no second one follows', async () => {
  const dossierId = await submit();
  const issued = await download(dossierId);
  await jobs.drain();
  expect(await download(dossierId)).toEqual(issued);
  expect(await receiptOf(dossierId)).toHaveLength(1);
});

it('issued late it tells what was sent, not what came later', async () => {
  const dossierId = await submit();
  await grant(dossierId);
  const text = textsIn(await download(dossierId)).join('\n');
  expect(text).toContain('mio-interesse.pdf');
  expect(text).not.toContain('verbale-della-seduta.pdf');
});

it('the office reads it among the documents', async () => {
  const dossierId = await submit();
  await jobs.drain();
  const { documents } = await operatore.call('readOfficeDossier', { params: { dossierId } });
  expect(documents.filter(({ kind }) => kind === 'receipt')).toMatchObject([
    { title: expect.stringMatching(/^Ricevuta/) },
  ]);
});
