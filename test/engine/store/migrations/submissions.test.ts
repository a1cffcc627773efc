import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submissions } from '../../../../engine/store/migrations/040-submissions.ts';
import { loadApplication } from '../../../../engine/store/tables/submissions.ts';
import { anOpenDossier } from '../../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());

it('an application of before is carried over from its draft, without a hash', async () => {
  const dossierId = await anOpenDossier(iter);
  const key = { dossierId, bodyId: iter.bodyId };
  const sent = await loadApplication(iter.deps.db, key);
  const owner = new pg.Client({ connectionString: iter.database.ownerUrl });
  await owner.connect();
  await owner.query('DROP TABLE submissions');
  // Its key as it was then.
  await owner.query('ALTER TABLE dossiers DROP CONSTRAINT dossiers_pkey CASCADE, ADD PRIMARY KEY (dossier_id)');
  await owner.query(submissions.sql);
  await owner.query('GRANT SELECT ON submissions TO PUBLIC');
  await owner.end();
  const carried = await loadApplication(iter.deps.db, key);
  const { sequence, formId, author, at } = sent ?? {};
  expect(carried).toMatchObject({ sequence, formId, author, at, answers: { oggetto: sent?.answers['oggetto'] } });
  expect(carried?.hash).toBeUndefined();
});
