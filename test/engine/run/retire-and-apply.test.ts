import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../engine/store/db.ts';
import { lockPublication } from '../../../engine/store/tables/package-publications.ts';
import type { CallProblem } from '../../../forms/contract/client.ts';
import { anApi, type RunningApi, type Visitor } from '../../support/api.ts';
import { aBlankPackage } from '../../support/packages.ts';

let api: RunningApi;
let elena: Visitor;
let giulia: Visitor;
beforeAll(async () => {
  api = await anApi();
  [elena, giulia] = await Promise.all([api.signIn('analista', 'office'), api.signIn('giulia', 'citizen')]);
});
afterAll(() => api.stop());

/** A published procedure, and an application for it that is ready to be sent. */
async function ready(procedureId: string) {
  const { packageId, revision } = await aBlankPackage(elena, procedureId);
  await elena.call('publishPackage', { params: { packageId }, body: { revision } });
  const draft = await giulia.call('createDraft', { body: { procedureId } });
  const answers = { ente: api.bodyId, oggetto: 'Vorrei una sala per domenica.' };
  const saved = await giulia.call('saveDraft', {
    params: { draftId: draft.draftId },
    body: { revision: draft.revision, answers },
  });
  const body = { draftId: draft.draftId, revision: saved.revision };
  return {
    retire: () => elena.call('retirePackage', { params: { packageId } }),
    apply: () => giulia.call('createApplication', { body, idempotencyKey: randomUUID() }),
  };
}

/** How many connections wait for a lock now. */
async function waiting(): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    api.db,
    `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'taken in',
    (error: Partial<CallProblem>) => error.problem?.code ?? String(error),
  );

const dossiersOf = (procedureId: string) =>
  rowsOf(api.owner, 'SELECT 1 FROM dossiers WHERE procedure_id = :procedureId', { procedureId });

describe('an application at the moment in which its procedure is retired', () => {
  it('is refused when whoever retires was first', async () => {
    const { apply } = await ready('ritirata-prima');
    const retiring = await api.db.transaction();
    await lockPublication(retiring, 'ritirata-prima');
    const applied = codeOf(apply());
    await expect.poll(waiting).toBe(1);
    await rowsOf(retiring, "UPDATE procedures SET retired_at = now() WHERE procedure_id = 'ritirata-prima'");
    await retiring.commit();
    expect(await applied).toBe('procedure.retired');
    expect(await dossiersOf('ritirata-prima')).toEqual([]);
  });

  it('is taken in when it was first, and then the procedure is retired', async () => {
    const { apply, retire } = await ready('ritirata-dopo');
    // Another one before, so that there is a number to wait for.
    await (await ready('prima-nel-registro')).apply();
    // The application holds the lock of its procedure and waits for its number in the register.
    const holding = await api.db.transaction();
    await rowsOf(holding, 'SELECT 1 FROM registration_counters FOR UPDATE');
    const applied = codeOf(apply());
    await expect.poll(waiting).toBe(1);
    const retired = retire();
    await expect.poll(waiting).toBe(2);
    await holding.commit();
    expect(await applied).toBe('taken in');
    expect((await retired).state).toBe('retired');
    expect(await dossiersOf('ritirata-dopo')).toHaveLength(1);
  });
});
