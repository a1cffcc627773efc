import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrations } from '../../../../engine/store/migrations/list.ts';
import { freshDatabase, type TestDatabase } from '../../../support/database.ts';

const [bodyId, otherBodyId] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const dossierId = '00000000-0000-7000-8000-00000000000d';

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  for (const { number, sql } of migrations) if (number < 62) await owner.query(sql);
  await owner.query(rowsOfBefore);
  for (const { number, sql } of migrations) if (number === 62 || number === 63) await owner.query(sql);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** A dossier of the first body, with an office of the second one as a guest. */
const rowsOfBefore = `
INSERT INTO bodies (body_id, name, kind, ipa_code)
  VALUES ('${bodyId}', 'Uno', 'municipality', 'uno'), ('${otherBodyId}', 'Due', 'agency', 'due');
INSERT INTO offices (body_id, code, name) VALUES ('${otherBodyId}', 'aria', 'Aria');
INSERT INTO procedure_versions VALUES ('prova', 1, 'hash', '{}', now());
INSERT INTO dossiers (dossier_id, body_id, procedure_id, procedure_version, office_code, registration, subject,
    applicant_name, submitted_at, milestone, party_ids, party_fiscal_codes, snapshot, event_count, head_hash)
  VALUES ('${dossierId}', '${bodyId}', 'prova', 1, 'urp', 'uno/2026/0000001', 'Prova', 'Giulia', now(), 'aperta', '{}', '{}',
    '{}', 0, '');
INSERT INTO task_answers VALUES ('${dossierId}.w1', '${dossierId}', '${bodyId}', '{}', now());
INSERT INTO commands VALUES ('giulia', 'one', 'hash', '{"dossierId": "${dossierId}"}', now());
INSERT INTO office_assignments VALUES ('${bodyId}', 'prova', 'opinion', '2026-01-01', NULL, '${otherBodyId}', 'aria');`;

const rows = async (sql: string) => (await owner.query<Record<string, unknown>>(sql)).rows;

it('commands and answers in hand of before get the body of their dossier', async () => {
  expect(await rows('SELECT body_id FROM task_answers UNION ALL SELECT body_id FROM commands')).toEqual([
    { body_id: bodyId },
    { body_id: bodyId },
  ]);
});

it('a reference to a dossier of another body is refused', async () => {
  const sql = (of: string) =>
    `INSERT INTO waits (body_id, dossier_id, wait_id, type, element_id) VALUES ('${of}', '${dossierId}', 'w', 'task', 'e')`;
  await expect(owner.query(sql(otherBodyId))).rejects.toMatchObject({ code: '23503' });
  await owner.query(sql(bodyId));
});

it('every reference was checked', async () => {
  expect(await rows('SELECT conname FROM pg_constraint WHERE NOT convalidated')).toEqual([]);
});

it('a body is known as the guest of another one by their assignments', async () => {
  expect(await rows('SELECT * FROM guest_bodies')).toEqual([{ office_body_id: otherBodyId, body_id: bodyId }]);
});
