import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../../engine/store/sha256.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { keepLink, languageOfHeld, noteAddress } from '../../../engine/store/tables/mail-addresses.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';

let api: RunningApi;
let giulia: Visitor;
let marco: Visitor;
beforeAll(async () => {
  api = await anApi({ limits: { 'mail-link': { points: 2, seconds: 3600 } } });
  [giulia, marco] = [await api.signIn('giulia', 'citizen'), await api.signIn('marco', 'citizen')];
});
afterAll(() => api.stop());

const idOf = async (visitor: Visitor): Promise<string> =>
  (await visitor.call('readSession', { query: { audience: 'citizen' } })).person?.personId ?? '';

/** An address that a person has given, and a link to it that went out. */
async function given(visitor: Visitor, address: string): Promise<string> {
  const own = { personId: await idOf(visitor), address };
  const token = `token-di-${address}`;
  await noteAddress(api.db, own, false);
  const expiresAt = new Date(Date.parse(api.now()) + 1000).toISOString();
  await keepLink(api.db, own, { tokenHash: sha256(token), sentAt: api.now(), expiresAt });
  return token;
}

const openOf = async (visitor: Visitor) =>
  (await visitor.call('listMailAddresses', {})).items.map(({ address }) => address);

it('the address of somebody who has just signed in is known to be theirs', async () => {
  expect(await openOf(await api.signIn('giulia', 'citizen'))).toEqual([]);
});

it('an application that names another address opens it', async () => {
  const draft = await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
  const { revision } = await api.fillDraft({ visitor: giulia, username: 'giulia' }, draft, {
    email: 'Altra@example.net',
  });
  await giulia.call('createApplication', {
    body: { draftId: draft.draftId, revision },
    idempotencyKey: 'una-domanda-con-altra-posta',
  });
  expect(await openOf(giulia)).toContain('altra@example.net');
  expect(await openOf(marco)).toEqual([]);
});

it('a link confirms the address of its person and no other', async () => {
  const token = await given(giulia, 'due@example.net');
  const other = await marco.send('POST', '/api/v1/mail-addresses/confirmations', {
    body: JSON.stringify({ token }),
    headers: { 'content-type': 'application/json' },
  });
  expect(other.body).toMatchObject({ status: 404, code: 'mail-address.link-not-valid' });
  expect(await giulia.call('confirmMailAddress', { body: { token } })).toEqual({ address: 'due@example.net' });
  expect(await openOf(giulia)).not.toContain('due@example.net');
  await expect(giulia.call('confirmMailAddress', { body: { token } })).rejects.toMatchObject({
    problem: { code: 'mail-address.link-not-valid' },
  });
});

it('what was held is still to be told when the address is given again right after it was confirmed', async () => {
  const own = { personId: await idOf(giulia), address: 'sei@example.net' };
  const token = await given(giulia, own.address);
  await noteAddress(api.db, own, true);
  await giulia.call('confirmMailAddress', { body: { token } });
  expect(await noteAddress(api.db, own, false)).toBe(true);
  expect(await languageOfHeld(api.db, own)).toBe('it');
});

it('a mail to a confirmed address is not held', async () => {
  const own = { personId: await idOf(giulia), address: 'sette@example.net' };
  await giulia.call('confirmMailAddress', { body: { token: await given(giulia, own.address) } });
  expect(await noteAddress(api.db, own, true)).toBe(true);
  expect(await languageOfHeld(api.db, own)).toBeUndefined();
});

it('nobody who is not signed in confirms anything', async () => {
  const token = await given(giulia, 'tre@example.net');
  await expect(api.visitor().call('confirmMailAddress', { body: { token } })).rejects.toMatchObject({
    problem: { code: 'session.required' },
  });
});

it('a person asks for another link to their own address, a few times', async () => {
  const token = await given(marco, 'quattro@example.net');
  await expect(marco.call('sendMailLink', { body: { address: 'tre@example.net' } })).rejects.toMatchObject({
    problem: { code: 'resource.not-found' },
  });
  await marco.call('sendMailLink', { body: { address: 'Quattro@example.net' } });
  const jobs = await rowsOf(
    api.db,
    `SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'send-link' AND key LIKE '%quattro%'`,
  );
  expect(jobs).toHaveLength(1);
  await expect(marco.call('confirmMailAddress', { body: { token } })).rejects.toMatchObject({
    problem: { code: 'mail-address.link-not-valid' },
  });
  await expect(marco.call('sendMailLink', { body: { address: 'quattro@example.net' } })).rejects.toMatchObject({
    problem: { code: 'request.too-many' },
  });
});
