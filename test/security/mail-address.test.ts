import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sendLink, tellHeld } from '../../engine/jobs/mail-address.ts';
import { rowsOf } from '../../engine/store/db.ts';
import { confirmAddress, vouchForAddress } from '../../engine/store/tables/mail-addresses.ts';
import { sha256 } from '../../engine/store/sha256.ts';
import { applicationOf } from '../support/course.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';

/** An address that somebody has given gets nothing but one link, until the person confirms it. */
let iter: RunningIter;
beforeEach(async () => {
  iter = await aRunningIter();
});
afterEach(() => iter.stop());

const stranger = 'estranea@example.net';

/** Giulia applies and gives an address. Gives the id of the dossier. */
async function applies(email: string, username = 'giulia'): Promise<string> {
  const answers = { ...applicationOf(username, iter.bodyId), email };
  const { command, actor } = await iter.submission(username, answers);
  await iter.run(command, actor, v7());
  await iter.drainJobs();
  return command.dossierId;
}

const mailsTo = (address: string) => iter.mails.filter(({ to }) => to.some((one) => one.address === address));

/** The token of the newest link that went to an address. */
function tokenSentTo(address: string): string {
  const token = /\/indirizzo\/(\S+)/.exec(mailsTo(address).at(-1)?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`No link went to ${address}`);
  return token;
}

async function confirms(username: string, token: string, now = iter.now()): Promise<string | undefined> {
  const { personId } = await iter.person(username);
  const confirmed = await confirmAddress(iter.deps.db, { personId, tokenHash: sha256(token), now });
  await iter.drainJobs();
  return confirmed;
}

it('an address for which the identity provider vouches gets its notices', async () => {
  await applies('giulia.bianchi@example.org');
  const subjects = mailsTo('giulia.bianchi@example.org').map(({ subject }) => subject);
  expect(subjects).toEqual([expect.stringContaining('una comunicazione sulla pratica')]);
});

it('another address gets one link, however many applications name it', async () => {
  await applies(stranger);
  await applies(stranger);
  await applies(stranger.toUpperCase());
  expect(mailsTo(stranger).map(({ subject }) => subject)).toEqual(['Conferma il tuo indirizzo di posta']);
  expect(iter.mails).toHaveLength(1);
});

it('the mail with the link holds nothing that anybody wrote', async () => {
  await applies(stranger);
  const [mail] = mailsTo(stranger);
  expect(mail?.text).not.toMatch(/giulia|bianchi|r_emiro/i);
  expect(mail?.to).toEqual([{ name: '', address: stranger }]);
});

it('the record says why the notice was not mailed', async () => {
  await applies(stranger);
  const rows = await rowsOf(iter.deps.db, `SELECT data->>'detail' AS detail FROM events WHERE type = 'notice.failed'`);
  expect(rows).toEqual([{ detail: expect.stringContaining('non è ancora confermato') }]);
});

it('three people a day may have a link sent to one address', async () => {
  for (const username of ['giulia', 'marco', 'luca']) await applies(stranger, username);
  expect(mailsTo(stranger)).toHaveLength(3);
  const { personId } = await iter.person('aino');
  await rowsOf(iter.deps.db, 'INSERT INTO mail_addresses (person_id, address) VALUES (:personId, :stranger)', {
    personId,
    stranger,
  });
  await sendLink({ personId, address: stranger }, iter.deps);
  expect(mailsTo(stranger)).toHaveLength(3);
});

it('what was due meanwhile is told in one mail after the link is confirmed', async () => {
  await applies(stranger);
  await applies(stranger);
  expect(await confirms('giulia', tokenSentTo(stranger))).toBe(stranger);
  expect(mailsTo(stranger).map(({ subject }) => subject)).toEqual([
    'Conferma il tuo indirizzo di posta',
    'Ci sono comunicazioni nella tua area personale',
  ]);
  const { personId } = await iter.person('giulia');
  await tellHeld({ personId, address: stranger }, iter.deps);
  expect(mailsTo(stranger)).toHaveLength(2);
  await applies(stranger);
  expect(mailsTo(stranger)).toHaveLength(3);
});

it('a link works once', async () => {
  await applies(stranger);
  const token = tokenSentTo(stranger);
  expect(await confirms('giulia', token)).toBe(stranger);
  expect(await confirms('giulia', token)).toBeUndefined();
});

it('a link works for the person alone who gave the address', async () => {
  await applies(stranger);
  expect(await confirms('marco', tokenSentTo(stranger))).toBeUndefined();
  expect(await confirms('giulia', tokenSentTo(stranger))).toBe(stranger);
});

it('a link works for three days', async () => {
  await applies(stranger);
  const after = (ms: number): string => new Date(Date.parse(iter.now()) + 3 * 86_400_000 + ms).toISOString();
  expect(await confirms('giulia', tokenSentTo(stranger), after(1))).toBeUndefined();
  expect(await confirms('giulia', tokenSentTo(stranger), after(-1))).toBe(stranger);
});

it('the table holds no token that could be used', async () => {
  await applies(stranger);
  const token = tokenSentTo(stranger);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const [row] = await rowsOf<{ text: string }>(
    iter.deps.db,
    'SELECT mail_addresses::text AS text FROM mail_addresses WHERE token_hash IS NOT NULL',
  );
  expect(row?.text).not.toContain(token);
});

it('a mail server that does not answer leaves the link to the next attempt', async () => {
  await applies('giulia.bianchi@example.org');
  const { personId } = await iter.person('giulia');
  await rowsOf(iter.deps.db, 'INSERT INTO mail_addresses (person_id, address) VALUES (:personId, :stranger)', {
    personId,
    stranger,
  });
  const asleep = { ...iter.deps, mailer: { ...iter.deps.mailer, send: () => Promise.reject(new Error('asleep')) } };
  await expect(sendLink({ personId, address: stranger }, asleep)).rejects.toThrow('asleep');
  await sendLink({ personId, address: stranger }, iter.deps);
  await sendLink({ personId, address: stranger }, iter.deps);
  expect(mailsTo(stranger)).toHaveLength(1);
});

it('the link is written in the language that the person chose', async () => {
  await rowsOf(iter.deps.db, `UPDATE people SET language = 'en' WHERE subject = 'giulia'`);
  await applies(stranger);
  expect(mailsTo(stranger)[0]?.subject).toBe('Confirm your e-mail address');
  expect(mailsTo(stranger)[0]?.text).toMatch(/within 3 days .*\/indirizzo\//);
});

it('the address of before is told that notices go elsewhere, and nothing else', async () => {
  const dossierId = await applies('giulia.bianchi@example.org');
  const { personId } = await iter.person('giulia');
  await vouchForAddress(iter.deps.db, { personId, address: 'nuova@example.net' }, iter.now());
  const actor = await iter.person('giulia');
  const before = mailsTo('giulia.bianchi@example.org').length;
  await iter.run({ type: 'change-address', dossierId, email: 'nuova@example.net' }, actor, v7());
  await iter.drainJobs();
  const told = mailsTo('giulia.bianchi@example.org').slice(before);
  expect(told.map(({ subject }) => subject)).toEqual(['Gli avvisi su una tua pratica vanno a un altro indirizzo']);
  expect(told[0]?.text).not.toMatch(/nuova@|giulia|r_emiro/i);
  expect(mailsTo('nuova@example.net')).toEqual([]);
});

it('an address that nobody has confirmed is told nothing when notices leave it', async () => {
  const dossierId = await applies(stranger);
  const actor = await iter.person('giulia');
  await iter.run({ type: 'change-address', dossierId, email: 'giulia.bianchi@example.org' }, actor, v7());
  await iter.drainJobs();
  expect(mailsTo(stranger).map(({ subject }) => subject)).toEqual(['Conferma il tuo indirizzo di posta']);
});
