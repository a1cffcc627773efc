import { v7 } from 'uuid';
import { createLimits } from '../api/limits.ts';
import { createServer } from '../api/server.ts';
import { createSessions } from '../api/session.ts';
import { folderFileStore } from '../connect/files.ts';
import { boundedHttp } from '../connect/http.ts';
import { settingsReader } from '../jobs/outside.ts';
import { createJudge } from '../files/judge.ts';
import { createChecker } from '../publish/checker.ts';
import type { Registries } from '../connect/registries.ts';
import { chosenExecutor } from '../executors/chosen.ts';
import { formLookups } from '../store/lookups.ts';
import { procedureLoader } from '../publish/load-procedure.ts';
import type { Listening } from './listen.ts';
import type { Start } from './starting.ts';
import type { ReadyDatabase } from './start-database.ts';
import { startIdentity } from './start-identity.ts';
import { startMailer } from './start-mail.ts';
import { timed } from './timed.ts';

/** On what the engine runs. */
export interface Ground extends ReadyDatabase {
  readonly baseUrl: string;
  /** Absent in a process that only works jobs. */
  readonly port: Listening | undefined;
}

/** Starts the server and the worker, whichever this process is to run. */
export async function startEngine(start: Start, ground: Ground): Promise<void> {
  const { config, log, clock } = start;
  const { db, doorDb, healthDb, baseUrl } = ground;
  const deps = {
    db,
    doorDb,
    healthDb,
    clock,
    newId: v7,
    procedures: procedureLoader(db),
    executor: chosenExecutor,
    lookups: formLookups(db, clock),
    baseUrl,
    files: folderFileStore(config.filesFolder, v7),
    log,
  };
  const { port } = ground;
  if (port !== undefined) await timed(log, 'server', () => serve(start, deps, port));
  if (config.role !== 'server') await timed(log, 'worker', () => work(start, deps, ground.databaseUrl));
}

type Deps = Readonly<
  Omit<
    Parameters<typeof createServer>[0]['services'],
    'sessions' | 'judge' | 'checker' | 'limits' | 'identity' | 'registries' | 'development' | 'checkAnswers'
  >
>;

async function serve({ config, running }: Start, deps: Deps, port: Listening): Promise<void> {
  const { db, clock, newId, baseUrl } = deps;
  const { providers, localProvider, formTargets } = await startIdentity(config, baseUrl);
  const judge = createJudge();
  await running.add('judge', () => judge.close());
  const checker = createChecker();
  await running.add('checker', () => checker.close());
  const services = {
    ...deps,
    judge,
    checker,
    sessions: createSessions({ db, clock, newId, secure: baseUrl.startsWith('https:') }),
    limits: createLimits({ db, settings: config.rates, secret: config.sessionKeys[0] ?? '' }),
    identity: providers,
    registries: await startRegistries(config),
    development: !config.production,
    checkAnswers: !config.production,
  };
  const app = createServer({
    services,
    requests: config.limits.requests,
    keys: config.sessionKeys,
    formTargets,
    trustedProxies: config.trustedProxies,
    ...(localProvider === undefined ? {} : { localProvider }),
  });
  const answer = app.callback();
  port.serve((request, response) => void answer(request, response));
}

/**
 * Registries with invented facts on a development machine; in production none is joined yet, and forms ask the person.
 */
async function startRegistries({ production }: Start['config']): Promise<Registries> {
  if (production) return {};
  const { localRegistries } = await import('../connect/local-registries.ts');
  return localRegistries({ production });
}

async function work(start: Start, deps: Deps, databaseUrl: string): Promise<void> {
  const { running } = start;
  const mailer = await startMailer(start, deps);
  const { connect, secretKey } = start.config;
  const outside = {
    http: boundedHttp(connect),
    settings: settingsReader(deps.db, secretKey),
    simulates: connect.simulates,
  };
  const { startWorker } = await import('../jobs/worker.ts');
  const worker = await startWorker({ databaseUrl, deps: { ...deps, mailer, outside } });
  await running.add('worker', () => worker.stop());
}
