import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../engine/store/sha256.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { keepLink, vouchForAddress } from '../../../engine/store/tables/mail-addresses.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.stop());

const idOf = async (visitor: Visitor): Promise<string> =>
  (await visitor.call('readSession', { query: { audience: 'citizen' } })).person?.personId ?? '';

/** The token of the link that has gone out to an address that a person has given. */
async function linkTo(visitor: Visitor, address: string): Promise<string> {
  const token = `token-di-${address}`;
  const expiresAt = new Date(Date.parse(api.now()) + 10_000).toISOString();
  const link = { tokenHash: sha256(token), sentAt: api.now(), expiresAt };
  await keepLink(api.db, { personId: await idOf(visitor), address }, link);
  return token;
}

// A story, told in its order.
describe('the address of an open dossier', { shuffle: false }, () => {
  let luca: Visitor;
  let marco: Visitor;
  let operatore: Visitor;
  let dossierId: string;
  beforeAll(async () => {
    [luca, marco] = [await api.signIn('luca', 'citizen'), await api.signIn('marco', 'citizen')];
    operatore = await api.signIn('operatore', 'office');
    ({ dossierId } = await submitAs(api, { visitor: luca, username: 'luca' }));
  });

  const ask = (visitor: Visitor, address: string) =>
    visitor.call('changeOwnAddress', { params: { dossierId }, body: { address }, idempotencyKey: randomUUID() });
  const emailOf = async () => (await luca.call('readDossier', { params: { dossierId } })).email;
  const awaiting = async () =>
    (await luca.call('listMailAddresses', {})).items.flatMap(({ address, dossierIds }) =>
      dossierIds.includes(dossierId) ? [address] : [],
    );
  const told = async () => {
    const rows = await rowsOf<{ payload: { address: string } }>(
      api.db,
      `SELECT payload FROM graphile_worker._private_jobs AS jobs JOIN graphile_worker._private_tasks AS tasks
           ON tasks.id = jobs.task_id WHERE tasks.identifier = 'tell-old-address' ORDER BY jobs.id`,
    );
    return rows.map(({ payload }) => payload.address);
  };

  it('stays until its person has confirmed the other one', async () => {
    const before = await emailOf();
    expect((await ask(luca, 'Luca.Nuovo@example.net')).email).toBe(before);
    expect(await awaiting()).toEqual(['luca.nuovo@example.net']);
    const token = await linkTo(luca, 'luca.nuovo@example.net');
    await luca.call('confirmMailAddress', { body: { token } });
    expect(await emailOf()).toBe('luca.nuovo@example.net');
    expect(await told()).toEqual([before]);
    expect(await awaiting()).toEqual([]);
  });

  it('changes at once to one that is known to be theirs', async () => {
    const own = { personId: await idOf(luca), address: 'luca.terzo@example.net' };
    await vouchForAddress(api.db, own, api.now());
    expect((await ask(luca, own.address)).email).toBe(own.address);
  });

  it('stays when they take back what they asked', async () => {
    const now = (await emailOf()) ?? '';
    await ask(luca, 'luca.quarto@example.net');
    expect(await awaiting()).toEqual(['luca.quarto@example.net']);
    await ask(luca, now);
    expect(await awaiting()).toEqual([]);
    await luca.call('confirmMailAddress', { body: { token: await linkTo(luca, 'luca.quarto@example.net') } });
    expect(await emailOf()).toBe(now);
  });

  it('is changed by nobody else', async () => {
    await expect(ask(marco, 'marco@example.net')).rejects.toMatchObject({ problem: { code: 'dossier.not-found' } });
    await expect(ask(luca, 'non è un indirizzo')).rejects.toMatchObject({ problem: { code: 'request.invalid' } });
  });

  it('is changed by the office, and the record says why', async () => {
    const { parties } = await operatore.call('readOfficeDossier', { params: { dossierId } });
    expect(parties.map(({ mayChangeAddress }) => mayChangeAddress)).toEqual([true]);
    const after = await operatore.call('changePartyAddress', {
      params: { dossierId, number: 1 },
      body: { address: 'luca.quinto@example.net', reason: 'L’ha chiesto per telefono' },
      idempotencyKey: randomUUID(),
    });
    expect(after.parties[0]?.email).toBe('luca.quinto@example.net');
    expect(after.history.find(({ type }) => type === 'party.address-changed')).toMatchObject({
      title: 'Cambiato l’indirizzo per gli avvisi al richiedente',
    });
    expect(after.history.map(({ text }) => text)).toContain('Perché: L’ha chiesto per telefono');
    const { items } = await luca.call('listMailAddresses', {});
    expect(items.map(({ address }) => address)).toContain('luca.quinto@example.net');
    const seen = await luca.call('readDossier', { params: { dossierId } });
    expect(seen.timeline.filter(({ type }) => type === 'party.address-changed')).toEqual([]);
  });
});
