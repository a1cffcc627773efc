import { afterAll, beforeAll, expect, it } from 'vitest';
import { performCommandLine } from '../../../engine/cli/command-line.ts';
import { recordIncident } from '../../../engine/jobs/incident.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());

async function iterSays(line: string) {
  const lines: string[] = [];
  const code = await performCommandLine(line.split(' '), {
    env: { DATABASE_URL: iter.database.url },
    print: (text) => void lines.push(text),
    complain: (text) => void lines.push(text),
  });
  return { code, lines };
}

/** A job of the queue that has become an incident; gives its number. */
async function anIncident(): Promise<string> {
  const { db } = iter.deps;
  const [job] = await rowsOf<{ jobId: string }>(
    db,
    `SELECT id::text AS "jobId" FROM graphile_worker.add_job('send-mail', '{"mailId": "1"}', max_attempts := 3)`,
    {},
  );
  const jobId = job?.jobId ?? '';
  const failed = { jobId, task: 'send-mail', payload: { mailId: '1' }, attempts: 3, maxAttempts: 3 };
  await recordIncident(db, { ...failed, error: new Error('mail server asleep') }, iter.now());
  return jobId;
}

const attemptsOf = async (jobId: string) =>
  rowsOf(iter.deps.db, 'SELECT attempts, max_attempts AS "most" FROM graphile_worker.jobs WHERE id = :jobId', {
    jobId,
  });

it('nothing that stands still is told in one line', async () => {
  expect(await iterSays('incidents list')).toEqual({ code: 0, lines: ['Nessun lavoro fermo.'] });
});

it('an incident is listed with its error, retried once, and gone', async () => {
  const jobId = await anIncident();
  expect(await attemptsOf(jobId)).toEqual([{ attempts: 3, most: 3 }]);
  const listed = await iterSays('incidents list');
  expect(listed.code).toBe(1);
  expect(listed.lines).toEqual([expect.stringMatching(new RegExp(`^${jobId}: send-mail, .*mail server asleep$`))]);
  expect(await iterSays(`incidents retry ${jobId}`)).toEqual({ code: 0, lines: ['1 lavoro rimesso in coda.'] });
  expect(await attemptsOf(jobId)).toEqual([{ attempts: 0, most: 3 }]);
  expect((await iterSays('incidents list')).code).toBe(0);
  expect((await iterSays(`incidents retry ${jobId}`)).lines.join(' ')).toContain('non è il numero di un lavoro fermo');
});

it('all incidents are retried with --all', async () => {
  const jobIds = [await anIncident(), await anIncident()];
  expect((await iterSays('incidents retry --all')).lines).toEqual(['2 lavori rimessi in coda.']);
  for (const jobId of jobIds) expect(await attemptsOf(jobId)).toEqual([{ attempts: 0, most: 3 }]);
});

it('neither a number nor --all is refused', async () => {
  const { code, lines } = await iterSays('incidents retry');
  expect(code).not.toBe(0);
  expect(lines.join(' ')).toContain('Serve il numero');
});

it('an answer by hand is refused without who and why, and where there is none to give', async () => {
  const jobId = await anIncident();
  expect((await iterSays(`incidents resolve ${jobId} --output {} --who Anna`)).lines.join(' ')).toContain('--why');
  const { code, lines } = await iterSays(`incidents resolve ${jobId} --output {} --who Anna --why telefono`);
  expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringContaining('si può solo riprovare')] });
  expect((await iterSays('incidents resolve 0 --output {} --who Anna --why telefono')).lines).toEqual([
    '0 non è il numero di un lavoro fermo.',
  ]);
});
