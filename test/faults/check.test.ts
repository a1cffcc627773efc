import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../engine/store/db.ts';
import { anApplication } from '../support/application.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';
import { tamper } from '../support/tampering.ts';
import { checkKeys, checkRecords, checkSurplus, checkWhole } from './check.ts';
import type { Acknowledged } from './load.ts';
import { checkMails } from './outbox.ts';

let iter: RunningIter;
let submitted: Acknowledged;

beforeAll(async () => {
  // Far from today: the checks take a timer for due by the clock of the database.
  iter = await aRunningIter({ at: '2099-01-12T08:00:00.000Z' });
  const { command, actor } = await iter.submission(
    'giulia',
    JSON.parse(JSON.stringify(anApplication('giulia', iter.bodyId))),
  );
  if (command.type !== 'submit') throw new Error('a submission submits');
  const { dossierId, draftId } = command;
  submitted = { key: 'la-chiave-di-giulia', type: 'submit', audience: 'citizen', dossierId, draftId };
  await iter.run(command, actor, submitted.key);
  await iter.drainJobs();
});
afterAll(() => iter.stop());

const db = () => iter.deps.db;

/** What the mail server took, each mail as often as told. */
const outbox = (times: number) => ({ countOf: () => times, taken: () => times * iter.mails.length });

it('finds nothing where nothing was lost', async () => {
  expect(await checkKeys(db(), [submitted])).toEqual({ keys: 1, lost: [], doubled: [], broken: [] });
  expect(await checkRecords(db(), [submitted.dossierId])).toMatchObject({ broken: [] });
  expect(await checkWhole(db())).toMatchObject({ lost: [], doubled: [], broken: [] });
  expect(await checkSurplus(db(), [submitted])).toMatchObject({ doubled: [] });
  expect(iter.mails.length).toBeGreaterThan(0);
  expect(await checkMails(db(), outbox(1))).toMatchObject({ lost: [], doubled: [], broken: [], unknown: 0 });
});

it('finds a key that is not kept, and one of another dossier', async () => {
  const unknown = { ...submitted, key: 'una-chiave-mai-tenuta' };
  const other = { ...submitted, dossierId: '00000000-0000-7000-8000-000000000001' };
  expect((await checkKeys(db(), [submitted, unknown, other])).lost).toHaveLength(2);
});

it('finds a dossier that nobody was told of', async () => {
  expect((await checkSurplus(db(), [])).doubled).toHaveLength(1);
});

it('finds mails that were not taken, taken twice, and taken for nothing', async () => {
  const { length } = iter.mails;
  expect((await checkMails(db(), outbox(0))).lost).toHaveLength(length);
  expect((await checkMails(db(), outbox(2))).doubled).toHaveLength(length);
  expect((await checkMails(db(), { ...outbox(1), taken: () => length + 1 })).broken).toHaveLength(1);
});

it('finds a timer whose job is lost', async () => {
  await rowsOf(
    iter.database.owner,
    `SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs WHERE task_identifier = 'fire-timer'`,
  );
  expect((await checkWhole(db())).lost.length).toBeGreaterThan(0);
});

it('finds a number of the register that was left out', async () => {
  await rowsOf(db(), 'UPDATE registration_counters SET last = last + 1');
  expect((await checkWhole(db())).broken).toHaveLength(1);
});

it('finds what is in the record twice', async () => {
  await tamper(
    iter.database.owner,
    `INSERT INTO events (dossier_id, sequence, body_id, type, at, actor, data, previous_hash, hash)
     SELECT dossier_id, sequence + 1000, body_id, type, at, actor, data, previous_hash, hash FROM events
      WHERE type = 'application.submitted'`,
  );
  expect((await checkKeys(db(), [submitted])).doubled).toHaveLength(1);
  // The record goes on where it must not.
  expect((await checkRecords(db(), [submitted.dossierId])).broken).toEqual([
    `pratica ${submitted.dossierId}: sequence-gap`,
  ]);
});
