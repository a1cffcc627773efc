import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../engine/store/db.ts';
import { anOpenDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
  await anOpenDossier(iter);
});
afterAll(() => iter.stop());

const changes = [
  { table: 'events', update: `UPDATE events SET data = '{}'` },
  { table: 'submissions', update: `UPDATE submissions SET answers = '{}'` },
  { table: 'registrations', update: `UPDATE registrations SET subject = 'altro'` },
  { table: 'dossier_reads', update: `UPDATE dossier_reads SET what = 'altro'` },
  { table: 'procedure_versions', update: `UPDATE procedure_versions SET content_hash = 'altro'` },
];

// What the role of the engine may is asked in test/security/database-role.test.ts.
describe.each(changes)('$table', ({ table, update }) => {
  it('refuses UPDATE, DELETE and TRUNCATE even to the owner', async () => {
    const { owner } = iter.database;
    const [role] = await rowsOf<{ super: boolean }>(
      owner,
      'SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user',
    );
    expect(role?.super).toBe(true);
    for (const statement of [update, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
      await expect(rowsOf(owner, statement), statement).rejects.toMatchObject({ code: 'ITR01' });
    }
  });

  it('refuses them to a session that disables ordinary triggers', async () => {
    await expect(
      iter.database.owner.transaction(async (transaction) => {
        await rowsOf(transaction, 'SET LOCAL session_replication_role = replica');
        await rowsOf(transaction, update);
      }),
    ).rejects.toMatchObject({ code: 'ITR01' });
  });
});

it('two events never share a place in a record', async () => {
  await expect(
    rowsOf(
      iter.deps.db,
      `INSERT INTO events (dossier_id, sequence, body_id, type, at, actor, data, previous_hash, hash)
       SELECT dossier_id, sequence, body_id, type, at, actor, data, previous_hash, hash FROM events LIMIT 1`,
    ),
  ).rejects.toMatchObject({ code: '23505' });
});
