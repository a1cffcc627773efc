import { afterAll, beforeAll, expect, it } from 'vitest';
import { registrationOf, awaitedNumber, withNumber } from '../../../engine/run/number.ts';
import { sha256 } from '../../../engine/store/sha256.ts';
import { auditRecords } from '../../../engine/audit/audit.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { end, path, process, scriptTask, start, type Piece } from '../../support/bpmn.ts';
import { applied, byEvents, callActivity, deskOf, deskTask, smallProcedure } from '../../support/between.ts';
import { anOpenDossier, applicationOf, grantDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());

it('what stands in for a number gives way to it, with its zeros and without', () => {
  const awaited = awaitedNumber('01a22cad-5d4c-7717-bd7c-958e5c2b30ba');
  const registration = registrationOf('r_emiro', '2026-12-31T23:00:00.000Z', awaited.long);
  expect(withNumber(registration, awaited, '0000042')).toBe('r_emiro/2027/0000042');
  expect(withNumber(`${registration} ${awaited.short}`, awaited, '0000042')).toBe('r_emiro/2027/0000042 42');
  expect(withNumber(`${registration} ${awaited.short}`, awaited, '12345678')).toBe('r_emiro/2027/12345678 12345678');
});

/** Every table of the database, row by row as text. */
async function everything(): Promise<readonly string[]> {
  const tables = await rowsOf<{ name: string }>(
    iter.database.owner,
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
      WHERE schemaname IN ('public', 'graphile_worker')`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await rowsOf<{ row: string }>(iter.database.owner, `SELECT t::text AS row FROM ${name} AS t`);
    rows.push(...found.map(({ row }) => row));
  }
  return rows;
}

it('nothing that stood in for a number is left anywhere after a whole course', async () => {
  await anOpenDossier(iter);
  await grantDossier(iter);
  await iter.drainJobs();
  const { registration } = await iter.dossier();
  const rows = await everything();
  expect(rows.filter((row) => row.includes(registration)).length).toBeGreaterThan(5);
  expect(rows.filter((row) => /9\d{39}/.test(row))).toEqual([]);
});

it('events are sealed over the number that was taken, and the answer ends the record', async () => {
  const { command, actor } = await iter.submission('luca', applicationOf('luca', iter.bodyId));
  const answer = await iter.run(command, actor, 'sealed');
  const [dossier] = await rowsOf<{ head: string; events: number; sent: string; words: string }>(
    iter.deps.db,
    `SELECT head_hash AS head, event_count AS events, e.data->>'registration' AS sent, w.own::text AS words
       FROM dossiers JOIN events e USING (dossier_id) JOIN dossier_words w USING (dossier_id)
      WHERE dossier_id = :dossierId AND e.type = 'application.submitted' AND w.audience = 'office'`,
    { dossierId: answer.dossierId },
  );
  const number = answer.registration?.split('/').at(-1) ?? '';
  expect(dossier).toMatchObject({ head: answer.headHash, events: answer.eventCount, sent: answer.registration });
  expect(dossier?.words.split(' ')).toEqual(expect.arrayContaining([`'${number}'`, `'${Number(number)}'`]));
  expect(await iter.run(command, actor, 'sealed')).toEqual(answer);
  for await (const { check } of auditRecords(iter.deps.db, { sha256 })) expect(check).toEqual({ intact: true });
});

const numbered = '= "n. " + string(number(substring(registration, 14)) + 0)';

const diagram = (id: string, work: Piece) =>
  process(id, applied('s'), work, deskTask('t'), end('e'), ...path('s', 'work', 't', 'e'));
const part = process('parte', start('b'), scriptTask('name', numbered, 'nome'), end('e'), ...path('b', 'name', 'e'));

it.each([
  ['a procedure', 'calcola', scriptTask('work', numbered, 'nome')],
  ['a part that it calls', 'chiede', callActivity('work', 'processId="parte"')],
])('%s that computes with the number in the first step has the right one', async (_, id, work) => {
  const desk = deskOf(iter);
  await desk.published(smallProcedure('parte', part, { service: byEvents }), smallProcedure(id, diagram(id, work)));
  const { registration, variables } = await desk.dossier(await desk.apply(id));
  expect(variables['nome']).toBe(`n. ${Number(registration.split('/').at(-1))}`);
});
