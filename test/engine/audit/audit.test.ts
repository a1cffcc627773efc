import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChainCheck } from '../../../engine/core/record.ts';
import { sha256 } from '../../../engine/store/sha256.ts';
import { auditRecords } from '../../../engine/audit/audit.ts';
import { anOpenDossier, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { tamper } from '../../support/tampering.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());

async function auditOf(dossierId: string): Promise<ChainCheck | undefined> {
  for await (const record of auditRecords(iter.deps.db, { dossierId, sha256 })) return record.check;
  return undefined;
}

const brokenAt = (sequence: number, reason: string) => ({ intact: false, brokenAt: { sequence, reason } });

it('a record as it was written is intact', async () => {
  const dossierId = await anOpenDossier(iter);
  await grantDossier(iter);
  await iter.drainJobs();
  expect(await auditOf(dossierId)).toEqual({ intact: true });
});

const alterations = [
  {
    what: 'a changed fact',
    change: `UPDATE events SET data = data || '{"officeCode": "rpct"}'`,
    at: 1,
    reason: 'hash-differs',
  },
  {
    what: 'a changed actor',
    change: `UPDATE events SET actor = actor || '{"name": "Nessuno"}'`,
    at: 3,
    reason: 'hash-differs',
  },
  {
    what: 'an instant moved by a millisecond',
    change: `UPDATE events SET at = at + interval '1 ms'`,
    at: 2,
    reason: 'hash-differs',
  },
  { what: 'a changed hash', change: `UPDATE events SET hash = reverse(hash)`, at: 2, reason: 'hash-differs' },
  { what: 'a missing event', change: 'DELETE FROM events', at: 2, reason: 'sequence-gap' },
];

it.each(alterations)('$what is found at its place', async ({ change, at, reason }) => {
  const dossierId = await anOpenDossier(iter);
  await tamper(iter.database.owner, `${change} WHERE dossier_id = :dossierId AND sequence = :at`, { dossierId, at });
  expect(await auditOf(dossierId)).toEqual(brokenAt(at, reason));
});

it('a record cut off at its end is found', async () => {
  const dossierId = await anOpenDossier(iter);
  const { eventCount: last } = await iter.dossier();
  await tamper(iter.database.owner, 'DELETE FROM events WHERE dossier_id = :dossierId AND sequence = :last', {
    dossierId,
    last,
  });
  expect(await auditOf(dossierId)).toEqual(brokenAt(last, 'head-differs'));
});

it('a record without any event is found', async () => {
  const dossierId = await anOpenDossier(iter);
  await tamper(iter.database.owner, 'DELETE FROM events WHERE dossier_id = :dossierId', { dossierId });
  expect(await auditOf(dossierId)).toEqual(brokenAt(1, 'head-differs'));
});

it('more dossiers than a page holds are all read', async () => {
  await tamper(
    iter.database.owner,
    `INSERT INTO dossiers (dossier_id, body_id, procedure_id, procedure_version, office_code, registration, subject,
       applicant_name, submitted_at, milestone, party_ids, party_fiscal_codes, snapshot, event_count, head_hash)
     SELECT gen_random_uuid(), body_id, procedure_id, procedure_version, office_code, 'copy/' || n, subject, applicant_name,
            submitted_at, milestone, party_ids, party_fiscal_codes, snapshot, 0, repeat('0', 64)
       FROM (SELECT * FROM dossiers LIMIT 1) one, generate_series(1, 250) n`,
  );
  let copies = 0;
  for await (const { registration, check } of auditRecords(iter.deps.db, { sha256 })) {
    if (!registration.startsWith('copy/')) continue;
    copies += 1;
    expect(check).toEqual({ intact: true });
  }
  expect(copies).toBe(250);
});
