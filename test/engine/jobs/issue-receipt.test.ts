import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Problem } from '../../../engine/core/problem.ts';
import { drawReceipt, issueReceipt } from '../../../engine/jobs/issue-receipt.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { loadDocuments } from '../../../engine/store/tables/documents.ts';
import { loadEvents } from '../../../engine/store/tables/events.ts';
import { anApplication } from '../../support/application.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { tamper } from '../../support/tampering.ts';
import { takeJob } from '../../support/harness-rows.ts';

let iter: RunningIter;
let dossierId: string;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());
beforeEach(async () => {
  // The border to the contract, whose answers are JSON: these were written as such.
  const answers = anApplication('giulia', iter.bodyId) as Parameters<RunningIter['submission']>[1];
  const { command, actor } = await iter.submission('giulia', answers);
  await iter.run(command, actor);
  ({ dossierId } = command);
});

const receipts = async () =>
  (await loadDocuments(iter.deps.db, { bodyId: iter.bodyId, dossierId })).filter(({ kind }) => kind === 'receipt');
const issuedEvents = async () =>
  (await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId })).filter(({ data }) => data['kind'] === 'receipt');
const registered = (registration: string | undefined) =>
  rowsOf(iter.deps.db, 'SELECT direction, hashes FROM registrations WHERE registration = :registration', {
    registration: registration ?? '',
  });

it('is asked for by the submission, and drawn by its job', async () => {
  expect(await receipts()).toEqual([]);
  await iter.drainJobs();
  expect(await receipts()).toHaveLength(1);
});

it('goes out under a number of its own', async () => {
  const { registration, sha256 } = await issueReceipt(iter.deps, dossierId);
  expect(registration).toMatch(/^r_emiro\/2026\/\d{7}$/);
  expect(await registered(registration)).toEqual([{ direction: 'out', hashes: [sha256] }]);
});

it('is in the record with the fingerprint of its bytes', async () => {
  const { sha256, registration = null, size } = await issueReceipt(iter.deps, dossierId);
  expect(await issuedEvents()).toMatchObject([{ type: 'documents.added', data: { hashes: [sha256], registration } }]);
  expect((await buffer(await iter.deps.files.open(sha256))).length).toBe(size);
});

it('is one, however often and however late it is asked for', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => issueReceipt(iter.deps, dossierId)));
  await drawReceipt({ dossierId }, iter.deps);
  await iter.drainJobs();
  expect(new Set(asked.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(await receipts()).toHaveLength(1);
  expect(await issuedEvents()).toHaveLength(1);
});

it('is issued by asking when its job was lost', async () => {
  while (await takeJob(iter.deps)) continue;
  expect(await receipts()).toEqual([]);
  const issued = await issueReceipt(iter.deps, dossierId);
  expect(await receipts()).toEqual([issued]);
});

it('is not there for a dossier that nobody applied for', async () => {
  await tamper(iter.database.owner, 'DELETE FROM submissions WHERE dossier_id = :dossierId', { dossierId });
  await expect(issueReceipt(iter.deps, dossierId)).rejects.toThrow(Problem);
});
