import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, rowsOf, type Db } from '../../engine/store/db.ts';
import { inTransaction } from '../../engine/store/transaction.ts';
import { within } from '../../engine/store/wall.ts';
import { anOpenDossier, grantDossier } from '../support/course.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';

/** What a statement gives that forgets to ask for its body: nothing of another one. */
const other = '00000000-0000-7000-8000-00000000000b';
const theirs = '00000000-0000-7000-8000-00000000000d';

const tables = [
  ...['dossiers', 'events', 'submissions', 'tasks', 'waits', 'messages', 'documents', 'registrations', 'commands'],
  ...['dossier_reads', 'task_answers', 'ratings', 'dossier_readers', 'dossier_words'],
];

let iter: RunningIter;
/** One connection, so that what one request left behind the next would find. */
let door: Db;
let pages: Db;
beforeAll(async () => {
  iter = await aRunningIter();
  await anOpenDossier(iter);
  await grantDossier(iter);
  const { owner, url } = iter.database;
  await rowsOf(owner, copiesSql, {});
  door = openDatabase(url, { connections: 1, prepared: true });
  pages = openDatabase(url, { connections: 1 });
});
afterAll(async () => {
  await Promise.all([door.destroy(), pages.destroy()]);
  await iter.stop();
});

/** The rows of every dossier once more, as those of a dossier of another body. */
const copiesSql = `DO $$
DECLARE t text; columns text; given text;
BEGIN
  SET LOCAL session_replication_role = replica;
  INSERT INTO bodies (body_id, name, kind, ipa_code) VALUES ('${other}', 'Altro ente', 'municipality', 'altro');
  FOREACH t IN ARRAY '{${tables.join(',')}}'::text[] LOOP
    SELECT string_agg(quote_ident(column_name), ', '),
      string_agg(CASE column_name WHEN 'body_id' THEN quote_literal('${other}') WHEN 'dossier_id' THEN quote_literal('${theirs}')
        ELSE quote_ident(column_name) END, ', ')
      INTO columns, given FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = t AND is_generated = 'NEVER' AND identity_generation IS DISTINCT FROM 'ALWAYS';
    EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM %I ON CONFLICT DO NOTHING', t, columns, given, t);
  END LOOP;
END $$`;

const bodiesIn = async (db: Db, table: string): Promise<readonly string[]> => {
  const rows = await rowsOf<{ bodyId: string }>(db, `SELECT DISTINCT body_id AS "bodyId" FROM ${table} ORDER BY 1`);
  return rows.map(({ bodyId }) => bodyId);
};
const filled = tables.filter((table) => !['dossier_reads', 'task_answers', 'ratings'].includes(table));
const count = (table: string) => ({ name: `test-wall-${table}`, text: `SELECT count(*) AS count FROM ${table}` });
const rowsSeen = async (bodyIds: readonly string[], table = 'events'): Promise<number> => {
  const row = await inTransaction(door, (one) => one.one<{ count: number }>(count(table), []), bodyIds);
  return row.count;
};

it('every table with the rows of a dossier stands behind the wall', async () => {
  const rows = await rowsOf<{ name: string }>(
    iter.database.owner,
    `SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([...tables].sort());
});

describe.each(filled)('a statement on %s that forgets the body', (table) => {
  it('gives the rows of the body of a page alone', async () => {
    expect(await bodiesIn(iter.database.owner, table)).toEqual([other, iter.bodyId].sort());
    expect(await within([iter.bodyId], () => bodiesIn(pages, table))).toEqual([iter.bodyId]);
    expect(await within([other], () => bodiesIn(pages, table))).toEqual([other]);
  });

  it('gives nothing at the door before a transaction names its body', async () => {
    expect(await rowsSeen([], table)).toBe(0);
    expect(await rowsSeen([iter.bodyId], table)).toBeGreaterThan(0);
  });
});

it('a statement of the door that forgets the body changes nothing of another one', async () => {
  const close = { name: 'test-wall-close', text: `UPDATE tasks SET name = 'altro' RETURNING body_id AS "bodyId"` };
  const changed = await inTransaction(door, (one) => one.last<{ bodyId: string }>(close, []), [iter.bodyId]);
  expect([...new Set(changed.map(({ bodyId }) => bodyId))]).toEqual([iter.bodyId]);
  const sql = `SELECT count(*) AS count FROM tasks WHERE name = 'altro' AND body_id = :other`;
  expect(await rowsOf(iter.database.owner, sql, { other })).toEqual([{ count: 0 }]);
});

it('a row of another body cannot be added', async () => {
  const sql = `INSERT INTO dossier_reads (dossier_id, body_id, person_id, what, at)
    VALUES (:theirs, :other, :theirs, 'dossier', now())`;
  const adding = within([iter.bodyId], () => rowsOf(pages, sql, { theirs, other }));
  await expect(adding).rejects.toMatchObject({ code: '42501' });
});

it('a search finds nothing behind the wall, whatever bodies it asks for', async () => {
  const sql = `SELECT DISTINCT body_id AS "bodyId" FROM found_dossiers(NULL, CAST(:readers AS text[]), 'verbali', '{false,true}', 9)`;
  const readers = [`office:${iter.bodyId}/urp`, `office:${iter.bodyId}/documenti`, `office:${iter.bodyId}/protocollo`];
  const all = await rowsOf(pages, sql, { readers });
  expect(all.length).toBe(2);
  expect(await within([other], () => rowsOf(pages, sql, { readers }))).toEqual([{ bodyId: other }]);
});

describe('what one request sees the next one does not', () => {
  it('after a reading', async () => {
    await within([other], () => bodiesIn(pages, 'events'));
    expect(await rowsOf(pages, `SELECT current_setting('iter.bodies') AS bodies`)).toEqual([{ bodies: '*' }]);
  });

  it('after a reading that failed', async () => {
    await expect(within([other], () => rowsOf(pages, 'SELECT 1 / 0'))).rejects.toMatchObject({ code: '22012' });
    expect(await within([iter.bodyId], () => bodiesIn(pages, 'events'))).toEqual([iter.bodyId]);
  });

  it('after a transaction of the door, also one that failed', async () => {
    await rowsSeen([other]);
    expect(await rowsSeen([])).toBe(0);
    const broken = { name: 'test-wall-broken', text: 'SELECT 1 / $1::int AS one' };
    await expect(inTransaction(door, (one) => one.one(broken, [0]), [other])).rejects.toMatchObject({ code: '22012' });
    expect(await rowsSeen([])).toBe(0);
  });

  it('when many ask at once', async () => {
    const asked = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? iter.bodyId : other));
    const seen = await Promise.all(asked.map((bodyId) => within([bodyId], () => bodiesIn(iter.deps.db, 'events'))));
    expect(seen).toEqual(asked.map((bodyId) => [bodyId]));
  });
});

it('what is no id of a body begins no transaction', async () => {
  await expect(within([`'; SET iter.bodies = '*`], () => bodiesIn(pages, 'events'))).rejects.toThrow('UUID');
  expect(await bodiesIn(pages, 'events')).toContain(other);
});
