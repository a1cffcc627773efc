import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { performCommandLine } from '../../engine/cli/command-line.ts';
import { boundedHttp } from '../../engine/connect/http.ts';
import { recordIncident } from '../../engine/jobs/incident.ts';
import { settingsReader } from '../../engine/jobs/outside.ts';
import { jobHandlers } from '../../engine/jobs/tasks.ts';
import { rowsOf } from '../../engine/store/db.ts';
import { aRunningIter, type RunningIter } from '../support/harness.ts';
import { takeJob } from '../support/harness-rows.ts';
import { anOutsideService, json, type OutsideService } from '../support/outside-service.ts';
import { registryProcedure } from '../support/registry-procedure.ts';

const secret = 'parola-che-nessuno-legge';
const key = Buffer.alloc(32, 7);
const folder = mkdtempSync(join(tmpdir(), 'iter-secret-'));

let iter: RunningIter;
let service: OutsideService;
beforeAll(async () => {
  service = await anOutsideService();
  iter = await aRunningIter({ files: await registryProcedure() });
});
afterAll(async () => {
  await iter.stop();
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** Types a command; gives what it prints. */
async function typed(...words: readonly string[]): Promise<string> {
  const lines: string[] = [];
  await performCommandLine(words, {
    env: { DATABASE_URL: iter.database.url, ITER_SECRET_KEY: key.toString('base64') },
    print: (line) => void lines.push(line),
    complain: (line) => void lines.push(line),
  });
  return lines.join('\n');
}

async function set(name: string, value: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, `${value}\n`);
  return typed('connectors', 'set', 'r_emiro', 'http/registro', name, '--file', file);
}

/** Everything that any table of the database holds. */
async function everyRow(): Promise<string> {
  const sql = `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
                WHERE schemaname IN ('public', 'graphile_worker')`;
  const tables = await rowsOf<{ name: string }>(iter.deps.db, sql, {});
  const rows = [];
  for (const { name } of tables) rows.push(await rowsOf(iter.deps.db, `SELECT to_jsonb(t) FROM ${name} t`, {}));
  return JSON.stringify(rows);
}

it('a secret reaches the service, and no table, log, command or error', async () => {
  const printed = [
    await set('server', `${service.origin}/v1`),
    await set('auth', 'api-key'),
    await set('apiKey', secret),
    await typed('connectors', 'list', 'r_emiro'),
  ];
  expect(printed[2]).toBe('Impostato apiKey di http/registro per r_emiro.');
  expect(printed[3]).toContain('http/registro apiKey, dal ');

  const logged: string[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk));
      done();
    },
  });
  const deps = {
    ...iter.deps,
    log: pino({ level: 'trace' }, sink),
    outside: {
      http: boundedHttp({ origins: [], privateOrigins: [service.origin] }),
      settings: settingsReader(iter.deps.db, key),
      simulates: [],
    },
  };
  const { command, actor } = await iter.submission('giulia', { ente: '@r_emiro', oggetto: 'Attestato', copie: 1 });
  await iter.run(command, actor);
  service.answers((received, response) => json({ error: received.headers['x-api-key'] }, 403)(received, response));
  for (let job = await takeJob(deps); job; job = await takeJob(deps)) {
    const { id: jobId, type: task, payload } = job;
    await jobHandlers[task](payload, deps).catch(async (error: unknown) => {
      deps.log.error({ err: error }, 'job failed');
      await recordIncident(deps.db, { jobId, task, payload, attempts: 1, maxAttempts: 1, error }, iter.now());
    });
  }
  expect(service.received.at(-1)?.headers['x-api-key']).toBe(secret);
  expect(logged.join('')).toContain('job failed');
  printed.push(await typed('incidents', 'list', '--json'));
  expect(printed.at(-1)).toContain('call-connector');
  expect([...printed, ...logged, await everyRow()].join('\n')).not.toContain(secret);
});

it('what is set is checked, and what is wrong is not repeated', async () => {
  const refused = await set('auth', secret);
  expect(refused).toContain('Il valore non va bene per auth di http/registro.');
  expect(refused).not.toContain(secret);
  expect(await set('password', secret)).toContain('non ha l’impostazione password');
  expect(await typed('connectors', 'unset', 'r_emiro', 'http/registro', 'scope')).toContain('non c’era');
});

it('a secret of one body is none of another', async () => {
  await set('apiKey', secret);
  const read = settingsReader(iter.deps.db, key);
  expect(await read(iter.bodyId, 'http/registro')).toMatchObject({ apiKey: secret });
  const other = '00000000-0000-4000-8000-000000000000';
  expect(await read(other, 'http/registro')).toEqual({});
  await expect(settingsReader(iter.deps.db, Buffer.alloc(32, 8))(iter.bodyId, 'http/registro')).rejects.toMatchObject({
    code: 'step.failed',
  });
});
