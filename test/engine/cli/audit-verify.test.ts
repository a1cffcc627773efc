import { afterEach, beforeEach, expect, it } from 'vitest';
import { performCommandLine } from '../../../engine/cli/command-line.ts';
import { closeDays } from '../../../engine/jobs/close-days.ts';
import { openDatabase } from '../../../engine/store/db.ts';
import { anOpenDossier } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';
import { tamper } from '../../support/tampering.ts';

let iter: RunningIter;
let first: string;
let second: string;
beforeEach(async () => {
  iter = await aRunningIter();
  first = await anOpenDossier(iter);
  second = await anOpenDossier(iter);
});
afterEach(() => iter.stop());

interface Spoken {
  readonly code: number;
  readonly printed: readonly string[];
  readonly complaints: readonly string[];
}

/** Performs a command line on the database of the test. */
async function iterSays(line: string, env: Readonly<Record<string, string>> = {}): Promise<Spoken> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await performCommandLine(line.split(' ').filter(Boolean), {
    env: { DATABASE_URL: iter.database.url, ITER_FILES: iter.filesFolder, ...env },
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
  });
  return { code, printed, complaints };
}

it('intact records are told in one line', async () => {
  const { code, printed } = await iterSays('audit verify');
  expect(code).toBe(0);
  expect(printed).toEqual([expect.stringMatching(/^2 pratiche, \d+ eventi: nessuna alterazione\.$/)]);
});

it('one dossier can be asked for alone', async () => {
  const { printed } = await iterSays(`audit verify ${first}`);
  expect(printed).toEqual([expect.stringMatching(/^1 pratica, \d+ eventi: nessuna alterazione\.$/)]);
});

const alterOne = (): Promise<unknown> =>
  tamper(
    iter.database.owner,
    `UPDATE events SET data = data || '{"subject": "altro"}' WHERE dossier_id = :second AND sequence = 2`,
    { second },
  );

it('an altered event is named, with exit code 1', async () => {
  await alterOne();
  const { code, printed } = await iterSays('audit verify');
  expect(code).toBe(1);
  expect(printed).toEqual([
    `Pratica r_emiro/2026/0000003 (${second}): tabella events, riga 2: ` +
      'il contenuto dell’evento non è quello registrato [event.hash-differs].',
    expect.stringMatching(/^2 pratiche, \d+ eventi: 1 pratica alterata\.$/),
  ]);
});

it('an altered value is named by table, row and column', async () => {
  await tamper(iter.database.owner, `UPDATE documents SET file_name = 'altro.pdf' WHERE dossier_id = :second`, {
    second,
  });
  const { code, printed } = await iterSays('audit verify');
  expect(code).toBe(1);
  expect(printed[0]).toMatch(
    /: tabella documents, riga \S+, colonna file_name: il valore non è quello registrato \[column\.differs\]\.$/,
  );
});

it('with --json it says the same to programs', async () => {
  await alterOne();
  const { code, printed } = await iterSays('audit verify --json');
  expect(code).toBe(1);
  expect(printed.map((line) => JSON.parse(line))).toEqual([
    {
      dossiers: 2,
      events: expect.any(Number),
      broken: [
        {
          dossierId: second,
          registration: 'r_emiro/2026/0000003',
          code: 'event.hash-differs',
          table: 'events',
          row: '2',
        },
      ],
      days: 0,
      brokenDays: [],
    },
  ]);
});

it('closed days are counted, and one whose events have changed is named', async () => {
  await iter.advanceTo('2026-03-03T09:00:00.000Z');
  await closeDays(iter.deps);
  expect((await iterSays('audit verify')).printed).toEqual([
    expect.stringMatching(/^2 pratiche, \d+ eventi, 1 giorno chiuso: nessuna alterazione\.$/),
  ]);
  await tamper(iter.database.owner, `UPDATE day_roots SET root = reverse(root)`);
  const { code, printed } = await iterSays('audit verify');
  expect(code).toBe(1);
  expect(printed).toEqual([
    'Giorno 2026-03-02: la riga del giorno non è quella registrata [day.differs].',
    expect.stringMatching(/: 1 giorno alterato\.$/),
  ]);
});

const misuses = [
  { line: '', says: 'Comandi:' },
  { line: 'audit', says: 'Comando sconosciuto: audit.' },
  { line: 'audit verify tutto', says: 'tutto non è l’id di una pratica' },
  { line: 'audit verify --yaml', says: 'Opzione --yaml non riconosciuta' },
  { line: 'audit verify 01900000-0000-7000-8000-000000000000', says: 'Non c’è nessuna pratica' },
];

it.each(misuses)('"$line" is answered with its usage', async ({ line, says }) => {
  const { code, complaints } = await iterSays(line);
  expect(code).toBe(2);
  expect(complaints.join('\n')).toContain(says);
  expect(complaints.join('\n')).toContain('npm run iter -- audit verify');
});

it('help is no misuse', async () => {
  const { code, printed } = await iterSays('help');
  expect(code).toBe(0);
  expect(printed.join('\n')).toContain('npm run iter -- audit verify [id della pratica] [--no-files] [--json]');
});

it('a database of something else is not called intact', async () => {
  const empty = new URL(iter.database.url);
  empty.pathname = '/postgres';
  const db = openDatabase(empty.href);
  const { code, complaints } = await iterSays('audit verify', { DATABASE_URL: empty.href });
  await db.destroy();
  expect(code).toBe(1);
  expect(complaints[0]).toContain('non ci sono le tabelle di Iter');
});

it('a wrong environment is told in a sentence', async () => {
  const { code, complaints } = await iterSays('audit verify', { DATABASE_URL: 'mysql://localhost' });
  expect(code).toBe(1);
  expect(complaints[0]).toContain('DATABASE_URL');
});

it('a database that does not answer is told in a sentence', async () => {
  const { code, complaints } = await iterSays('audit verify', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
  expect(code).toBe(1);
  expect(complaints[0]).toContain('non risponde');
});
