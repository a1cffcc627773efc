import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { addressOf } from '../../../forms/contract/client.ts';
import { signIn } from '../../support/sign-in.ts';
import type { BenchPlace, ReadyDraft } from './place.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One server process on the loopback, without a worker and without limits for each person. */
export interface BenchServer {
  readonly baseUrl: string;
  /** False when its process has ended. */
  isRunning(): boolean;
  /** Gives the `Cookie` header of a session; a citizen's unless told. */
  signIn(username: string, audience?: 'citizen' | 'office'): Promise<string>;
  stop(): Promise<void>;
}

/** How a process of the engine is started on a place, in development and without limits for each person. */
export function engineProcess({ home, url }: BenchPlace, settings: Readonly<Record<string, string>>) {
  const env = {
    ...process.env,
    ...{ NODE_ENV: 'development', DATABASE_URL: url, ITER_HOME: home, ITER_FILES: join(home, 'files') },
    ...{ ITER_RATES: 'off', LOG_LEVEL: 'error', ...settings },
  };
  return { file: process.execPath, args: ['--import', 'tsx', 'engine/main.ts'], options: { cwd: root, env } };
}

/** Starts it on the database of a place, on any free port. */
export async function aBenchServer(place: BenchPlace): Promise<BenchServer> {
  const { file, args, options } = engineProcess(place, { PORT: '0', ITER_ROLE: 'server' });
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const baseUrl = await announced(child);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    baseUrl,
    isRunning,
    signIn: async (username, audience = 'citizen') =>
      (await signIn(baseUrl, username, audience)).header(`${baseUrl}/api`),
    stop: async () => {
      if (!isRunning()) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await gone;
    },
  };
}

/** The address that the server prints when it is ready. */
function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/localhost:\d+/.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
}

/** What a server answered, and after how many milliseconds. */
export interface Answered {
  /** 0 when the connection broke, or nothing came within the patience. */
  readonly status: number;
  readonly ms: number;
  readonly retryAfterMs: number;
  readonly body: string;
}

/** People at a server: every client has a connection of its own that stays open. */
export interface BenchClients {
  get(path: string, cookie: string): Promise<Answered>;
  /** Submits a draft with a key of its own. */
  submit(draft: ReadyDraft, cookie: string): Promise<Answered>;
  close(): void;
}

const patienceMs = 30_000;

/** Sends to a server whatever is asked, as many requests at once as there are. */
export function clientsOf(baseUrl: string): BenchClients {
  const agent = new Agent({ keepAlive: true });
  const send = (path: string, cookie: string, body?: string): Promise<Answered> =>
    new Promise((resolve) => {
      const begun = performance.now();
      const end = (status: number, retryAfter = '0', text = ''): void =>
        resolve({ status, ms: performance.now() - begun, retryAfterMs: Number(retryAfter) * 1000, body: text });
      const headers = {
        cookie,
        ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': v7() }),
      };
      const sent = request(
        `${baseUrl}${path}`,
        { method: body === undefined ? 'GET' : 'POST', agent, headers, timeout: patienceMs },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            end(response.statusCode ?? 0, response.headers['retry-after'], Buffer.concat(chunks).toString()),
          );
          response.on('error', () => end(0));
        },
      );
      sent.on('timeout', () => sent.destroy());
      sent.on('error', () => end(0));
      sent.end(body);
    });
  const applications = addressOf('createApplication');
  return {
    get: (path, cookie) => send(path, cookie),
    submit: ({ draftId, revision }, cookie) => send(applications, cookie, JSON.stringify({ draftId, revision })),
    close: () => agent.destroy(),
  };
}
