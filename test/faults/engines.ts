import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { engineProcess } from '../bench/load/server.ts';
import type { BenchPlace } from '../bench/load/place.ts';

/** Processes of the engine on one database; whichever ends is started again. */
export interface Engines {
  readonly baseUrl: string;
  /** Kills the one that does this so that it can do nothing any more. */
  kill(role: 'server' | 'worker'): void;
  /** Stops all in order. */
  stop(): Promise<void>;
}

/** The halves of the engine, or both in one process. */
export type Role = 'server' | 'worker' | 'all';

/** What the processes are started with. */
export interface EngineSettings {
  readonly smtpUrl: string;
  /** One process for each. */
  readonly roles: readonly Role[];
  /** Takes what they print. */
  readonly logFile: string;
}

/** As whoever runs containers does: not at once, so that it does not spin. */
const againAfterMs = 200;

/** Starts them on a place, and waits until the server answers. */
export async function startEngines(place: BenchPlace, { smtpUrl, roles, logFile }: EngineSettings): Promise<Engines> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const running = new Map<Role, ChildProcess>();
  let isStopping = false;
  const begin = (role: Role): void => {
    const { file, args, options } = engineProcess(place, {
      ...{ ITER_ROLE: role, PORT: String(port), ITER_BASE_URL: baseUrl, SMTP_URL: smtpUrl },
    });
    const log = openSync(logFile, 'a');
    const child = spawn(file, args, { ...options, stdio: ['ignore', log, log] });
    closeSync(log);
    running.set(role, child);
    child.once('exit', () => {
      void pause(againAfterMs).then(() => {
        if (!isStopping) begin(role);
      });
    });
  };
  for (const role of roles) begin(role);
  while (!(await isReady(baseUrl))) await pause(100);
  return {
    baseUrl,
    kill: (role) => (running.get(role) ?? running.get('all'))?.kill('SIGKILL'),
    stop: async () => {
      isStopping = true;
      await Promise.all([...running.values()].map(stopped));
    },
  };
}

async function isReady(baseUrl: string): Promise<boolean> {
  const { status } = await fetch(`${baseUrl}/status`).catch(() => ({ status: 0 }));
  return status === 200;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
