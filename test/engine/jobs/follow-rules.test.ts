import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { followRules } from '../../../engine/jobs/follow-rules.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { loadEvents } from '../../../engine/store/tables/events.ts';
import { anOpenDossier, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let dossierId: string;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());
beforeEach(async () => {
  await rowsOf(iter.deps.db, 'DELETE FROM list_rules');
  dossierId = await anOpenDossier(iter);
});

const sql = <Row extends object>(text: string): Promise<readonly Row[]> =>
  rowsOf<Row>(iter.deps.db, text, { dossierId });

/** All that lists and searches know of the dossier. */
const shown = async () => ({
  columns: await sql(
    `SELECT deadline_on, term_state, milestone, outcome, closed_at, applicant_name, party_ids, party_fiscal_codes, snapshot
       FROM dossiers WHERE dossier_id = :dossierId`,
  ),
  tasks: await sql('SELECT * FROM tasks WHERE dossier_id = :dossierId ORDER BY task_id'),
  waits: await sql('SELECT * FROM waits WHERE dossier_id = :dossierId ORDER BY wait_id'),
  readers: await sql('SELECT reader, concluded FROM dossier_readers WHERE dossier_id = :dossierId ORDER BY reader'),
  words: await sql(
    'SELECT audience, readers, concluded, words::text FROM dossier_words WHERE dossier_id = :dossierId ORDER BY audience',
  ),
});

/** The rows as another rule would have written them. */
async function spoil(): Promise<void> {
  await sql(`UPDATE dossiers SET deadline_on = '2030-01-01', term_state = 'suspended', applicant_name = ''
              WHERE dossier_id = :dossierId`);
  await sql(`UPDATE tasks SET deadline_on = '2030-01-01' WHERE dossier_id = :dossierId`);
  await sql(`UPDATE dossier_readers SET concluded = NOT concluded WHERE dossier_id = :dossierId`);
  await sql(`UPDATE dossier_words SET concluded = NOT concluded, own = '', files = '' WHERE dossier_id = :dossierId`);
}

it('rows written by another rule are written anew from the snapshot', async () => {
  const before = await shown();
  await spoil();
  expect(await shown()).not.toEqual(before);
  await followRules(iter.deps);
  expect(await shown()).toEqual(before);
});

it('nothing happens in the dossier', async () => {
  const events = await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId });
  const [head] = await sql('SELECT event_count, head_hash FROM dossiers WHERE dossier_id = :dossierId');
  await followRules(iter.deps);
  expect(await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId })).toEqual(events);
  expect(await sql('SELECT event_count, head_hash FROM dossiers WHERE dossier_id = :dossierId')).toEqual([head]);
});

it('each dossier has its turn, part by part, and then none', async () => {
  const [{ count } = { count: 0 }] = await sql<{ count: number }>('SELECT count(*) AS count FROM dossiers');
  let turns = 0;
  for (let done = await followRules(iter.deps, 1); done > 0; done = await followRules(iter.deps, 1)) turns += done;
  expect(turns).toBe(count);
  await spoil();
  expect(await followRules(iter.deps)).toBe(0);
});

it('a decided dossier from before goes by no time for a remedy', async () => {
  await grantDossier(iter);
  await iter.drainJobs();
  const ended = { deadline_on: null, term_state: 'ended' };
  expect(await sql('SELECT deadline_on, term_state FROM dossiers WHERE dossier_id = :dossierId')).toEqual([ended]);
  await sql(`UPDATE dossiers SET deadline_on = '2026-04-01', term_state = 'running', snapshot = jsonb_set(snapshot, '{terms}',
              (SELECT jsonb_object_agg(key, value - 'isRemedy') FROM jsonb_each(snapshot -> 'terms'))) WHERE dossier_id = :dossierId`);
  await followRules(iter.deps);
  expect(await sql('SELECT deadline_on, term_state FROM dossiers WHERE dossier_id = :dossierId')).toEqual([ended]);
});

it('a dossier that cannot be written does not stand in the way of the others', async () => {
  const before = await shown();
  await spoil();
  let loads = 0;
  const procedures: typeof iter.deps.procedures = (...version) =>
    loads++ === 0 ? Promise.reject(new Error('not readable')) : iter.deps.procedures(...version);
  expect(await followRules({ ...iter.deps, procedures })).toBeGreaterThan(1);
  expect(await shown()).toEqual(before);
});
