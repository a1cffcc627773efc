import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wakeDueTimers } from '../../../engine/jobs/wake.ts';
import { matchMessages } from '../../../engine/store/tables/thrown-messages.ts';
import { anApi, submitAs, type RunningApi, type Visitor } from '../../support/api.ts';
import { jobsOf } from '../../support/api-jobs.ts';
import { openTaskOf, untilMarcoIsHeard } from '../../support/desk.ts';
import { lookupsOf, noteStatements } from '../../support/statements.ts';

/** Tables that name a dossier and are not its own, with the reason, as `docs/architecture.md` has them. */
const notOfDossier = ['drafts', 'uploads', 'address_changes', 'incidents', 'thrown_messages'];

/** What cannot name one body, as `docs/architecture.md` has it: how it is recognised. */
const acrossBodies: Readonly<Record<string, (text: string) => boolean>> = {
  'body of a dossier': (text) => /^SELECT body_id AS "bodyId" FROM dossiers WHERE dossier_id = /.test(text),
  'own dossiers': (text) => /"bodyName", me\.roles/.test(text) || text.includes('FROM dossier_readers AS mine'),
  register: (text) => text.includes('"submittedOn"') || text.includes('min(submitted_at)'),
  worker: (text) =>
    /graphile_worker\.add_job\(|FROM jsonb_array_elements_text|^\s*DELETE FROM uploads|"procedureVersion"\s+FROM dossiers/.test(
      text,
    ),
};

let api: RunningApi;
let owner: pg.Client;
let tables: ReadonlySet<string>;
let texts: readonly string[];
beforeAll(async () => {
  api = await anApi();
  owner = new pg.Client({ connectionString: String(api.owner.client.connectionSettings.connectionString) });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'dossier_id' UNION SELECT 'commands' ORDER BY 1`,
  );
  tables = new Set(rows.map(({ name }) => name).filter((name) => !notOfDossier.includes(name)));
  const noted = noteStatements();
  await liveThrough();
  noted.stop();
  texts = [...noted.texts].filter((text) => /\b(?:from|join|into|update)\s+"?\w/i.test(text));
}, 120_000);
afterAll(async () => {
  await owner.end();
  await api.stop();
});

/** What people, offices, jobs and the worker do with dossiers. */
async function liveThrough(): Promise<void> {
  const jobs = jobsOf(api);
  const [giulia, marco, clerk] = await Promise.all([
    api.signIn('giulia', 'citizen'),
    api.signIn('marco', 'citizen'),
    api.signIn('operatore', 'office'),
  ]);
  const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' });
  await jobs.drain();
  await readEverything(giulia, dossierId);
  await expect(giulia.call('readDossier', { params: { dossierId: randomUUID() } })).rejects.toThrow();
  await workAtTheDesk(clerk, dossierId);
  await untilMarcoIsHeard(api, giulia, clerk);
  await jobs.drain();
  await marco.call('listDossiers', { query: {} });
  await jobs.passDays(40);
  const { db, now: clock } = api;
  await wakeDueTimers({ db, clock });
  await matchMessages(db, clock());
}

async function readEverything(giulia: Visitor, dossierId: string): Promise<void> {
  const params = { dossierId };
  await giulia.call('listDossiers', { query: {} });
  await giulia.call('listDossiers', { query: { q: 'verbali', state: 'open' } });
  await giulia.call('listDossiers', { query: { q: 'vrebali' } });
  const { documents } = await giulia.call('readDossier', { params });
  await giulia.call('checkRecord', { params, query: {} });
  await giulia.call('rateService', { params, body: { stars: 5 } });
  for (const { documentId } of documents)
    await giulia.download(`/api/v1/dossiers/${dossierId}/documents/${documentId}`);
  await giulia.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
  await giulia.download('/api/v1/procedures/accesso-agli-atti/register');
}

async function workAtTheDesk(clerk: Visitor, dossierId: string): Promise<void> {
  const params = { dossierId };
  for (const query of [
    {},
    { q: 'verbali' },
    { q: 'vrebali' },
    { show: 'mine' },
    { show: 'free', sort: 'opened' },
  ] as const)
    await clerk.call('listTasks', { query });
  for (const query of [{}, { q: 'verbali' }, { state: 'closed' }] as const)
    await clerk.call('listOfficeDossiers', { query });
  const { taskId } = await openTaskOf(clerk, dossierId);
  await clerk.call('readTask', { params: { taskId } });
  await clerk.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
  await clerk.call('saveTask', { params: { taskId }, body: { answers: {} } });
  await clerk.call('releaseTask', { params: { taskId }, idempotencyKey: randomUUID() });
  await clerk.call('readOfficeDossier', { params });
  await clerk.call('readDiagram', { params });
}

/** Of the harness, which looks for the next timer to fire. */
const isOurs = (text: string): boolean => text.includes("'fire-start-timer'");
const isAcross = (text: string): boolean => Object.values(acrossBodies).some((is) => is(text));

it('every statement on the rows of a dossier names its body', async () => {
  const without: string[] = [];
  let looked = 0;
  for (const text of texts) {
    if (isOurs(text) || isAcross(text)) continue;
    const lookups = (await lookupsOf(owner, text)).filter(({ table }) => tables.has(table));
    looked += lookups.length;
    for (const { table } of lookups.filter(({ byBody }) => !byBody)) without.push(`${table}: ${text}`);
  }
  expect(without).toEqual([]);
  expect(looked).toBeGreaterThan(40);
});

it('every table of a dossier begins its key with the body', async () => {
  const { rows } = await owner.query<{ table: string; key: string }>(
    `SELECT c.conrelid::regclass::text AS table, pg_get_constraintdef(c.oid) AS key FROM pg_constraint c
      WHERE c.contype IN ('p', 'u', 'f') AND c.conrelid = ANY (SELECT unnest($1::text[])::regclass)
        AND (c.contype <> 'f' OR c.confrelid = 'dossiers'::regclass)`,
    [[...tables]],
  );
  expect(rows.filter(({ key }) => !/^(?:PRIMARY KEY|UNIQUE|FOREIGN KEY) \(body_id, /.test(key))).toEqual([]);
  expect(
    rows
      .filter(({ key }) => key.startsWith('PRIMARY'))
      .map(({ table }) => table)
      .sort(),
  ).toEqual([...tables].sort());
});

it('what names no body is sent, and told in docs/architecture.md', () => {
  const told = readFileSync('docs/architecture.md', 'utf8');
  for (const [name, is] of Object.entries(acrossBodies)) {
    expect(texts.some(is), name).toBe(true);
    expect(told).toContain(`| ${name} |`);
  }
  for (const table of notOfDossier) expect(told).toContain(`\`${table}\``);
});
