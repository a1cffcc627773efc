import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** An engine started as `npm start` does, in a folder of its own, and the ways to end it. */
export interface EngineProcess {
  readonly baseUrl: string;
  /** The settings by which another command finds its data. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything it has printed so far. */
  output(): string;
  /** Ctrl-C, and waits until it has gone. Gives its exit code. */
  stop(): Promise<number | null>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** A place where one engine after another keeps its data. */
export interface EngineHome {
  start(env?: Readonly<Record<string, string>>): Promise<EngineProcess>;
  /** Ends what still runs and removes the data. */
  remove(): Promise<void>;
}

/** Makes an empty place with a free port. */
export async function anEngineHome(): Promise<EngineHome> {
  const folder = mkdtempSync(join(tmpdir(), 'iter-journey-'));
  const port = await freePort();
  const running: EngineProcess[] = [];
  return {
    start: async (env = {}) => {
      const engine = await startEngine({ folder, port, env });
      running.push(engine);
      return engine;
    },
    remove: async () => {
      for (const engine of running) await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startEngine(at: {
  folder: string;
  port: number;
  env: Readonly<Record<string, string>>;
}): Promise<EngineProcess> {
  const env = { NODE_ENV: 'development', PORT: String(at.port), ITER_HOME: at.folder, ...at.env };
  const child = spawn(process.execPath, ['engine/start.mjs'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  const baseUrl = `http://localhost:${at.port}`;
  await waitUntilReady({ child, baseUrl, output: () => printed.join('') });
  return {
    baseUrl,
    env,
    output: () => printed.join(''),
    stop: () => end(child, 'SIGINT'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

async function waitUntilReady(at: { child: ChildProcess; baseUrl: string; output: () => string }): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    if (at.child.exitCode !== null) throw new Error(`The engine ended with ${at.child.exitCode}:\n${at.output()}`);
    const ready = await fetch(`${at.baseUrl}/status`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`The engine is not ready after two minutes:\n${at.output()}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
