import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

let api: RunningApi;
let giulia: Visitor;
let operatore: Visitor;
let params: { readonly dossierId: string };
beforeAll(async () => {
  api = await anApi();
  [giulia, operatore] = await Promise.all([api.signIn('giulia', 'citizen'), api.signIn('operatore', 'office')]);
  params = { dossierId: (await submitAs(api, { visitor: giulia, username: 'giulia' })).dossierId };
});
afterAll(() => api.stop());

/** How many statements the server sends for a request that was made before, so that what is kept in memory is there. */
async function statementsOf(request: () => Promise<unknown>): Promise<number> {
  await request();
  return statementsOfFirst(request);
}

async function statementsOfFirst(request: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const note = (): void => void (count += 1);
  api.db.on('query', note);
  await request();
  api.db.off('query', note);
  return count;
}

it('the session is read with its person in one statement', async () => {
  expect(await statementsOf(() => giulia.call('readSession', { query: { audience: 'citizen' } }))).toBe(1);
});

it('a party reads a dossier in three statements', async () => {
  expect(await statementsOf(() => giulia.call('readDossier', { params }))).toBe(3);
});

it('an office reads a dossier in three statements, and is noted with them', async () => {
  const noted = () => api.db('dossier_reads').where({ dossier_id: params.dossierId }).count();
  expect(await noted()).toEqual([{ count: 0 }]);
  expect(await statementsOf(() => operatore.call('readOfficeDossier', { params }))).toBe(3);
  expect(await noted()).toEqual([{ count: 2 }]);
});

it('lists are read in three statements at the most', async () => {
  expect(await statementsOf(() => giulia.call('listDossiers', { query: {} }))).toBeLessThanOrEqual(3);
  expect(await statementsOf(() => operatore.call('listTasks', { query: {} }))).toBeLessThanOrEqual(3);
});

/** A draft that only has to be sent, as `Visitor.call` takes it. */
async function readyToSend() {
  const draft = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
  const { revision } = await api.fillDraft({ visitor: giulia, username: 'giulia' }, draft, {});
  return { body: { draftId: draft.draftId, revision }, idempotencyKey: v7() };
}

it('an application takes six statements beside the two round trips of the door', async () => {
  const sending = await readyToSend();
  // Session, draft, version, the draft as it was seen, the dossier for the receipt, the mail address.
  expect(await statementsOfFirst(() => giulia.call('createApplication', sending))).toBe(6);
});

it('an address that is noted already is not written again', async () => {
  const row = () => api.db('mail_addresses').select(api.db.raw('xmin::text, ctid::text')).orderBy('address');
  const before = await row();
  await giulia.call('createApplication', await readyToSend());
  expect(before.length).toBeGreaterThan(0);
  expect(await row()).toEqual(before);
});
