import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishAll } from '../../../engine/publish/publish-all.ts';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import type { CallProblem } from '../../../forms/contract/client.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { aBlankPackage, edit } from '../../support/packages.ts';

const bodyId = bodyIdOf('r_emiro');

let api: RunningApi;
let elena: Visitor;
beforeAll(async () => {
  api = await anApi();
  elena = await api.signIn('analista', 'office');
});
afterAll(() => api.stop());

/** The problem with which a call is refused. */
async function refusal(call: Promise<unknown>): Promise<CallProblem['problem']> {
  const error = await call.then(
    () => undefined,
    (thrown: CallProblem) => thrown,
  );
  if (error === undefined) throw new Error('the call was granted');
  return error.problem;
}

describe('publishing what is in use already', () => {
  const counts = async () =>
    rowsOf(
      api.db,
      `SELECT (SELECT count(*) FROM procedure_versions)::int AS versions,
              (SELECT count(*) FROM package_publications)::int AS publications,
              (SELECT count(*) FROM package_changes)::int AS changes,
              (SELECT count(*) FROM start_subscriptions)::int AS subscriptions`,
    );

  it('writes no row and says the version that is in use', async () => {
    const { packageId, revision } = await aBlankPackage(elena, 'due-volte');
    const publish = (at: number) => elena.call('publishPackage', { params: { packageId }, body: { revision: at } });
    await publish(revision);
    const before = await counts();
    expect((await publish(revision)).version).toBe(1);
    expect(await counts()).toEqual(before);
  });

  it('is no change to publish when the files are as they were', async () => {
    const { packageId, revision } = await aBlankPackage(elena, 'avanti-e-indietro');
    const params = { packageId };
    await elena.call('publishPackage', { params, body: { revision } });
    await edit(elena, packageId, { path: 'service.json', change: (text) => `${text}\n` });
    expect(await elena.call('readPackage', { params })).toMatchObject({ state: 'changed' });
    await elena.call('restorePackage', { params, body: { revision } });
    expect(await elena.call('readPackage', { params })).toMatchObject({ state: 'published' });
  });

  it('opens a retired procedure again in its version', async () => {
    const { packageId, revision, procedureId } = await aBlankPackage(elena, 'riaperta');
    const params = { packageId };
    await elena.call('publishPackage', { params, body: { revision } });
    await elena.call('retirePackage', { params });
    expect((await elena.call('publishPackage', { params, body: { revision } })).version).toBe(1);
    expect(await elena.call('readPackage', { params })).toMatchObject({ state: 'published', version: 1 });
    const giulia = await api.signIn('giulia', 'citizen');
    expect(await giulia.call('createDraft', { body: { procedureId } })).toMatchObject({ procedureId });
  });
});

describe('files of the product that a start holds back', () => {
  it('are told at each start and on the page, until they are taken', async () => {
    const from = { type: 'published', procedureId: 'accesso-agli-atti' } as const;
    const listed = await elena.call('listPackages', {});
    const own = listed.items.find(({ procedureId }) => procedureId === from.procedureId);
    const { packageId } = own ?? (await elena.call('createPackage', { body: { from, bodyId } }));
    const revision = await edit(elena, packageId, { path: 'service.json', change: (text) => `${text}\n` });
    await elena.call('publishPackage', { params: { packageId }, body: { revision } });
    const heldBack = async (at: string) =>
      (await publishAll(api.db, at, api.now())).filter(({ outcome }) => outcome === 'held-back');
    // The files of the folder were version 1: there is nothing new in them.
    expect(await heldBack('procedures')).toEqual([]);

    const folder = mkdtempSync(join(tmpdir(), 'iter-product-'));
    cpSync('procedures', folder, { recursive: true });
    appendFileSync(join(folder, 'accesso-agli-atti', 'service.json'), '\n\n');
    for (const _start of [1, 2]) {
      expect(await heldBack(folder)).toEqual([{ procedureId: 'accesso-agli-atti', outcome: 'held-back' }]);
    }
    const shown = await elena.call('readPackage', { params: { packageId } });
    expect(shown.heldAt).toMatch(/Z$/);

    const { files } = await readProcedureFolder(join(folder, 'accesso-agli-atti'));
    const taken = await edit(elena, packageId, { path: 'service.json', change: () => files['service.json'] ?? '' });
    await elena.call('publishPackage', { params: { packageId }, body: { revision: taken } });
    expect((await elena.call('readPackage', { params: { packageId } })).heldAt).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});

describe('a procedure that is retired', () => {
  it('at the moment of an application either takes it or says that it is retired', async () => {
    const { packageId, revision, procedureId } = await aBlankPackage(elena, 'gara');
    await elena.call('publishPackage', { params: { packageId }, body: { revision } });
    const giulia = await api.signIn('giulia', 'citizen');
    const outcomes = await Promise.allSettled([
      elena.call('retirePackage', { params: { packageId } }),
      ...Array.from({ length: 5 }, () => giulia.call('createDraft', { body: { procedureId } })),
    ]);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason.problem.code).toBe('procedure.retired');
    }
    expect((await refusal(giulia.call('createDraft', { body: { procedureId } }))).code).toBe('procedure.retired');
  });

  it('at the moment of a publication is either open or listens for nothing', async () => {
    const { packageId, revision, procedureId } = await aBlankPackage(elena, 'gara-due');
    const params = { packageId };
    await elena.call('publishPackage', { params, body: { revision } });
    const next = await edit(elena, packageId, { path: 'service.json', change: (text) => `${text}\n` });
    await Promise.all([
      elena.call('retirePackage', { params }),
      elena.call('publishPackage', { params, body: { revision: next } }),
    ]);
    const [row] = await rowsOf<{ is_retired: boolean; listens: number }>(
      api.db,
      `SELECT retired_at IS NOT NULL AS is_retired,
              (SELECT count(*) FROM start_subscriptions s WHERE s.procedure_id = q.procedure_id)::int AS listens
         FROM procedures q WHERE procedure_id = :procedureId`,
      { procedureId },
    );
    expect(row?.is_retired === true ? row.listens : 0).toBe(0);
  });
});
