import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { auditRecords, type AuditedRecord } from '../../../engine/audit/audit.ts';
import type { DossierEvent } from '../../../engine/core/event.ts';
import { zeroHash } from '../../../engine/core/record.ts';
import { rewriteRows } from '../../../engine/run/rewrite.ts';
import { sha256 } from '../../../engine/store/sha256.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { chain } from '../../support/chain.ts';
import { anOpenDossier, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { tamper } from '../../support/tampering.ts';

let iter: RunningIter;
let dossierId: string;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());
beforeEach(async () => {
  dossierId = await anOpenDossier(iter);
  await grantDossier(iter);
  await iter.drainJobs();
});

const eventsOf = () =>
  rowsOf<Pick<DossierEvent, 'type' | 'at' | 'actor' | 'data' | 'seals'>>(
    iter.deps.db,
    'SELECT type, at, actor, data, seals FROM events WHERE dossier_id = :dossierId ORDER BY sequence',
    { dossierId },
  );

async function auditOf(): Promise<Pick<AuditedRecord, 'check' | 'alterations'>> {
  for await (const { check, alterations } of auditRecords(iter.deps.db, { dossierId, sha256 }))
    return { check, alterations };
  throw new Error('no dossier');
}

const rewrite = async () => {
  const { bodyId, procedureId, procedureVersion } = await iter.dossier();
  await rewriteRows(iter.deps, { bodyId, dossierId, procedureId, procedureVersion });
};

/** The record as it was written before rows were sealed. */
async function unseal(): Promise<void> {
  const drafts = (await eventsOf()).map(({ type, at, actor, data }) => ({ type, at, actor, data }));
  const plain = chain(drafts, { dossierId, eventCount: 0, headHash: zeroHash }, sha256);
  for (const { sequence, previousHash, hash } of plain) {
    await tamper(
      iter.database.owner,
      `UPDATE events SET seals = NULL, previous_hash = :previousHash, hash = :hash
        WHERE dossier_id = :dossierId AND sequence = :sequence`,
      { dossierId, sequence, previousHash, hash },
    );
  }
  await tamper(iter.database.owner, 'UPDATE dossiers SET head_hash = :head WHERE dossier_id = :dossierId', {
    dossierId,
    head: plain.at(-1)?.hash ?? '',
  });
}

it('a record that holds all seals gets no event', async () => {
  const before = await eventsOf();
  await rewrite();
  expect(await eventsOf()).toEqual(before);
});

it('rows of before seals are sealed by one event', async () => {
  await unseal();
  expect(await auditOf()).toEqual({ check: { intact: true }, alterations: [] });
  const before = await eventsOf();
  await rewrite();
  const [sealed, ...more] = (await eventsOf()).slice(before.length);
  expect(more).toEqual([]);
  expect(sealed?.type).toBe('record.sealed');
  expect(await auditOf()).toEqual({ check: { intact: true }, alterations: [] });
  await tamper(iter.database.owner, `UPDATE messages SET body = body || '.' WHERE dossier_id = :dossierId`, {
    dossierId,
  });
  const { alterations } = await auditOf();
  expect(new Set(alterations.map(({ table, column }) => `${table}.${column}`))).toEqual(new Set(['messages.body']));
});

it('a snapshot that is written anew is sealed anew', async () => {
  const before = await eventsOf();
  await tamper(
    iter.database.owner,
    `UPDATE dossiers SET snapshot = jsonb_set(snapshot, '{terms}',
       (SELECT jsonb_object_agg(key, value - 'isRemedy') FROM jsonb_each(snapshot -> 'terms')))
      WHERE dossier_id = :dossierId`,
    { dossierId },
  );
  await rewrite();
  expect((await eventsOf()).slice(before.length).map(({ type, seals }) => ({ type, seals }))).toEqual([
    { type: 'record.sealed', seals: { dossiers: { snapshot: expect.stringMatching(/^[0-9a-f]{64}$/) } } },
  ]);
  expect(await auditOf()).toEqual({ check: { intact: true }, alterations: [] });
});
