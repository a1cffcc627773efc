import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { failureSentence } from '../../../engine/boot/failure.ts';
import { runningParts } from '../../../engine/boot/running.ts';
import { start } from '../../../engine/boot/start.ts';
import { readConfig } from '../../../engine/config.ts';
import { createLog } from '../../../engine/connect/log.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'iter-refusals-'));
  file = join(folder, 'file');
  writeFileSync(file, '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = (env: Readonly<Record<string, string>>) => ({
  NODE_ENV: 'development',
  LOG_LEVEL: 'silent',
  PORT: '0',
  ITER_HOME: join(folder, 'home'),
  ...env,
});

/** What the engine complains of when it starts as a worker in this process, which leaves no port open behind it. */
async function complaintOf(env: Readonly<Record<string, string>>): Promise<string> {
  const log = createLog({ level: 'silent', production: true });
  try {
    await start(readConfig(settings({ ITER_ROLE: 'worker', ...env })), log, runningParts(log));
  } catch (error) {
    return failureSentence(error, 0) ?? String(error);
  }
  throw new Error('The engine has started');
}

interface Ended {
  readonly code: number | null;
  readonly complaint: string;
}

/** Starts a process as `npm start` does once everything is installed, and waits until it has given up. */
function startAndWait(env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'engine/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...settings(env) },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 50_000,
    killSignal: 'SIGKILL',
  });
  const printed: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, complaint: printed.join('').trim() }));
  });
}

function databaseUrl(changes: Partial<Record<'password' | 'pathname' | 'port' | 'hostname', string>>): string {
  return Object.assign(new URL(inject('postgres').url), changes).href;
}

describe('an engine that cannot start says why and ends', () => {
  it.each<{ what: string; env: () => Record<string, string>; sentence: RegExp }>([
    {
      what: 'a port that is no number',
      env: () => ({ PORT: 'abc' }),
      sentence: /^La variabile PORT vale "abc": serve/,
    },
    {
      what: 'a home that the system cannot hold',
      env: () => ({ ITER_HOME: '/proc/x' }),
      sentence: /^La cartella \/proc\/x non si può usare, perché .*: indica un’altra cartella con ITER_HOME/,
    },
    {
      what: 'a home that is a file',
      env: () => ({ ITER_HOME: file }),
      sentence: /perché al suo posto.* c’è un file: indica un’altra cartella con ITER_HOME/,
    },
    {
      what: 'a home below a file',
      env: () => ({ ITER_HOME: join(file, 'deep', 'home') }),
      sentence: /c’è un file: indica un’altra cartella con ITER_HOME/,
    },
    {
      what: 'files below a file',
      env: () => ({ ITER_FILES: join(file, 'files') }),
      sentence: /indica un’altra cartella con ITER_FILES/,
    },
    {
      what: 'a database address of another kind',
      env: () => ({ DATABASE_URL: 'mysql://localhost/iter' }),
      sentence: /^La variabile DATABASE_URL ha un valore che non va bene: serve/,
    },
    {
      what: 'a database that is not there',
      env: () => ({ DATABASE_URL: databaseUrl({ port: '1' }) }),
      sentence: /^Il database \w+ su .*:1 non risponde .*: controlla DATABASE_URL/,
    },
    {
      what: 'a host that does not exist',
      env: () => ({ DATABASE_URL: databaseUrl({ hostname: 'database.invalid' }) }),
      sentence: /^Il database \w+ su database\.invalid:\d+ non risponde .*: controlla DATABASE_URL/,
    },
    {
      what: 'a wrong password',
      env: () => ({ DATABASE_URL: databaseUrl({ password: 'sbagliata' }) }),
      sentence: /non risponde \(password authentication failed.*: controlla DATABASE_URL/,
    },
    {
      what: 'a database with another name',
      env: () => ({ DATABASE_URL: databaseUrl({ pathname: '/altro' }) }),
      sentence: /^Il database altro su .* non risponde .*: controlla DATABASE_URL/,
    },
  ])('$what', async ({ env, sentence }) => {
    const complaint = await complaintOf(env());
    expect(complaint).toMatch(sentence);
    expect(complaint.split('\n')).toHaveLength(1);
    expect(complaint).not.toContain('sbagliata');
  });
});

describe('its process ends with 1 and one sentence', { timeout: 60_000 }, () => {
  it('where the system cannot hold its data', async () => {
    const { code, complaint } = await startAndWait({ ITER_HOME: '/proc/x' });
    expect(complaint).toMatch(/^La cartella \/proc\/x non si può usare.*ITER_HOME/);
    expect(complaint.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('where its port is taken', async () => {
    const server = createServer().listen(0);
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, complaint } = await startAndWait({ PORT: String(port) });
    server.close();
    expect(complaint).toMatch(new RegExp(`^La porta ${port} è già occupata`));
    expect(complaint.split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});

it('an engine that could not start has begun no database', () => {
  expect(existsSync(join(folder, 'home', 'postgres'))).toBe(false);
});
