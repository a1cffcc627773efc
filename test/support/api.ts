import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { createLimits } from '../../engine/api/limits.ts';
import { createServer } from '../../engine/api/server.ts';
import type { Services } from '../../engine/api/services.ts';
import { createSessions } from '../../engine/api/session.ts';
import { listen, type Listening } from '../../engine/boot/listen.ts';
import type { RateSettings } from '../../engine/config/rates.ts';
import { folderFileStore } from '../../engine/connect/files.ts';
import { createLocalProvider, type LocalProvider } from '../../engine/connect/identity/local.ts';
import { localRegistries } from '../../engine/connect/local-registries.ts';
import { createJudge, type Judge } from '../../engine/files/judge.ts';
import { createChecker, type Checker } from '../../engine/publish/checker.ts';
import type { Logger } from '../../engine/connect/log.ts';
import { chosenExecutor } from '../../engine/executors/chosen.ts';
import { openDatabase, type Db } from '../../engine/store/db.ts';
import { formLookups } from '../../engine/store/lookups.ts';
import type { LoadProcedure } from '../../engine/run/compiled.ts';
import { createClient, type CallOutput, type Client } from '../../forms/contract/client.ts';
import type { Draft } from '../../forms/contract/drafts.ts';
import { anApplication } from './application.ts';
import { publishedDatabase, strangersDatabase } from './published.ts';
import { aCookieJar, signIn, type CookieJar } from './sign-in.ts';

/** What came back, read as JSON when it is. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly type: string;
  readonly headers: Headers;
}

/** Somebody at a browser, signed in or not. */
export interface Visitor {
  readonly jar: CookieJar;
  /** Calls an operation; refusals are thrown as `CallProblem`. */
  readonly call: Client;
  /** Sends anything at all. */
  send(method: string, path: string, init?: RequestInit): Promise<Reply>;
  download(path: string): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: ArrayBuffer }>;
}

/** The whole server on a free port, on a database of its own, with the access-to-documents procedure published. */
export interface RunningApi {
  readonly baseUrl: string;
  readonly db: Db;
  /** The same database as the owner of its tables, who may change them. */
  readonly owner: Db;
  /** Regione Emilia-Romagna. */
  readonly bodyId: string;
  readonly filesFolder: string;
  visitor(jar?: CookieJar): Visitor;
  signIn(username: string, audience: 'citizen' | 'office'): Promise<Visitor>;
  /** Saves complete answers in a draft. */
  fillDraft(
    applicant: Applicant,
    draft: Draft,
    changes?: Readonly<Record<string, unknown>>,
  ): Promise<CallOutput<'saveDraft'>>;
  /** What the clock of the server says. */
  now(): string;
  /** What the server has logged so far, from `info` on. */
  logged(): readonly Readonly<Record<string, unknown>>[];
  /** Moves the clock of the server. */
  advance(by: { readonly minutes: number }): void;
  /** At a server whose database is not there. */
  visitorWithBrokenDatabase(): Promise<Visitor>;
  stop(): Promise<void>;
}

const keys = ['a-key-for-tests-that-is-long-enough-to-sign'];

/** How the server differs from the usual one. */
export interface ApiOptions {
  /** Where built pages lie, for tests that open them. */
  readonly pagesFolder?: string;
  /** What is counted; nothing without it. */
  readonly limits?: RateSettings;
  readonly trustedProxies?: number;
  /**
   * Who vouches for people, on the database of that address; without it the local provider, whose demo people have
   * their roles then.
   */
  readonly identity?: (databaseUrl: string) => Services['identity'];
  /** What judges the files that people put up. */
  readonly judge?: Judge;
  /** What checks the packages of analysts. */
  readonly checker?: Checker;
}

/** Starts it. Stop it after all. */
export async function anApi(options: ApiOptions = {}): Promise<RunningApi> {
  const database = await (options.identity === undefined ? publishedDatabase() : strangersDatabase());
  const filesFolder = mkdtempSync(join(tmpdir(), 'iter-api-files-'));
  const clock = aClock();
  const { log, logged } = aLog();
  const judge = options.judge ?? createJudge();
  const checker = options.checker ?? createChecker();
  const identity = options.identity?.(database.url);
  const surroundings = {
    db: database.db,
    procedures: database.procedures,
    filesFolder,
    judge,
    checker,
    now: clock.now,
    log,
    ...(identity && { providers: identity }),
  };
  const server = await aServer({ ...options, ...surroundings });
  const { rows } = await database.db.raw<{ rows: { body_id: string }[] }>(
    `SELECT body_id FROM bodies WHERE ipa_code = 'r_emiro'`,
  );
  const bodyId = rows[0]?.body_id ?? '';
  const closing: (() => Promise<void>)[] = [];
  const visitorAt = (baseUrl: string, jar: CookieJar = aCookieJar()): Visitor => aVisitor(baseUrl, jar);
  return {
    baseUrl: server.baseUrl,
    db: database.db,
    owner: database.owner,
    bodyId,
    filesFolder,
    visitor: (jar) => visitorAt(server.baseUrl, jar),
    signIn: async (username, audience) => visitorAt(server.baseUrl, await signIn(server.baseUrl, username, audience)),
    fillDraft: ({ visitor, username }, { draftId, revision }, changes = {}) => {
      // The border to the contract, whose answers are JSON: these were written as such.
      const answers = { ...anApplication(username, bodyId), ...changes } as Draft['answers'];
      return visitor.call('saveDraft', { params: { draftId }, body: { revision, answers } });
    },
    now: clock.now,
    logged,
    advance: clock.advance,
    visitorWithBrokenDatabase: async () => {
      const db = openDatabase('postgres://nobody@localhost:1/none');
      const broken = await aServer({ ...surroundings, db });
      closing.push(
        () => broken.port.close(100),
        () => db.destroy(),
      );
      return visitorAt(broken.baseUrl);
    },
    stop: async () => {
      for (const close of [...closing, () => server.port.close(200), judge.close, checker.close, database.drop]) {
        await close();
      }
      rmSync(filesFolder, { recursive: true, force: true });
    },
  };
}

/** Applies as a demo person with complete answers; `changes` go over them. */
export async function submitAs(
  api: RunningApi,
  { visitor, username }: Applicant,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<CallOutput<'createApplication'>> {
  const draft = await visitor.call('createDraft', { body: { procedureId: 'accesso-agli-atti' } });
  const { revision } = await api.fillDraft({ visitor, username }, draft, changes);
  return visitor.call('createApplication', { body: { draftId: draft.draftId, revision }, idempotencyKey: v7() });
}

/** A visitor who applies under the name they signed in with. */
export interface Applicant {
  readonly visitor: Visitor;
  readonly username: string;
}

function aClock() {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs).toISOString(),
    advance: ({ minutes }: { readonly minutes: number }) => {
      aheadMs += minutes * 60_000;
    },
  };
}

interface Surroundings extends ApiOptions {
  readonly providers?: Services['identity'];
  readonly db: Db;
  readonly procedures: LoadProcedure;
  readonly filesFolder: string;
  readonly judge: Judge;
  readonly checker: Checker;
  readonly now: () => string;
  readonly log: Logger;
}

/** A log that remembers, and prints only when `LOG_LEVEL` asks for it. */
function aLog(): { readonly log: Logger; readonly logged: RunningApi['logged'] } {
  const asked = process.env['LOG_LEVEL'];
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push(line);
    if (asked !== undefined) process.stdout.write(line);
  };
  return {
    log: pino({ level: asked ?? 'info', base: undefined }, { write }),
    logged: () => lines.map((line): Readonly<Record<string, unknown>> => JSON.parse(line)),
  };
}

async function aServer(surroundings: Surroundings): Promise<{ readonly baseUrl: string; readonly port: Listening }> {
  const port = await listen(0);
  const baseUrl = `http://localhost:${port.port}`;
  const local = await createLocalProvider({ baseUrl, production: false });
  const services = servicesFor(surroundings, baseUrl, local);
  const { pagesFolder, trustedProxies = 0 } = surroundings;
  const options = { services, keys, trustedProxies, localProvider: local.middleware };
  const answer = createServer({ ...options, ...(pagesFolder && { pagesFolder }) }).callback();
  port.serve((request, response) => void answer(request, response));
  return { baseUrl, port };
}

function servicesFor(
  { db, procedures, filesFolder, judge, checker, now, log, providers, limits = {} }: Surroundings,
  baseUrl: string,
  local: LocalProvider,
): Services {
  return {
    db,
    clock: now,
    newId: v7,
    procedures,
    executor: chosenExecutor,
    lookups: formLookups(db, now),
    baseUrl,
    files: folderFileStore(filesFolder, v7),
    judge,
    checker,
    sessions: createSessions({ db, clock: now, newId: v7, secure: false }),
    limits: createLimits({ db, settings: limits, secret: keys[0] ?? '' }),
    identity: providers ?? local.providers,
    registries: localRegistries({ production: false }),
    log,
    development: true,
    checkAnswers: true,
  };
}

function aVisitor(baseUrl: string, jar: CookieJar): Visitor {
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await jar.fetch(baseUrl + path, { ...init, method });
    const text = await response.text();
    const { headers, status } = response;
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    return { status, headers, type, body: type.endsWith('json') ? JSON.parse(text) : {} };
  };
  return {
    jar,
    call: createClient((address, init) => jar.fetch(baseUrl + String(address), init)),
    send,
    download: async (path) => {
      const response = await jar.fetch(baseUrl + path);
      return { status: response.status, headers: response.headers, bytes: await response.arrayBuffer() };
    },
  };
}
