import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { Problem } from '../core/problem.ts';
import type { Bounds } from './bounds.ts';
import type { FileToJudge, JudgedFile, Verdict } from './judge-file.ts';

/** Judges files from outside while the process does other work. */
export interface Judge {
  /**
   * @throws Problem `upload.…` when the file is not acceptable: `upload.too-complex` when judging it took too much time
   * or
   *   memory; `service.unavailable` when too many files wait
   */
  judge(file: FileToJudge): Promise<JudgedFile>;
  close(): Promise<void>;
}

/** What judging one file may take, and how many are judged at a time. */
export interface JudgeSettings {
  readonly timeMs?: number;
  /** For values of JavaScript; the bounds hold the bytes that are read. */
  readonly memoryMb?: number;
  readonly threads?: number;
  readonly bounds?: Bounds;
}

/** A thread that had nothing to do for so long ends; to start one takes half a second. */
const IDLE_MS = 300_000;

/** More files than this do not wait for a thread: each is held on the disk, and a person before the screen. */
const MOST_WAITING = 100;

/** Starts no thread before there is a file. */
export function createJudge({ timeMs = 30_000, memoryMb = 512, threads = 2, bounds }: JudgeSettings = {}): Judge {
  const pool = new Piscina<Task, Verdict>({
    filename: new URL('worker.mjs', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  return {
    judge: async (file) => {
      const verdict = await within(timeMs, pool, bounds === undefined ? file : { ...file, bounds });
      if ('accepted' in verdict) return verdict.accepted;
      throw new Problem(verdict.refused, { name: file.name });
    },
    close: () => pool.destroy(),
  };
}

interface Task {
  readonly file: FileToJudge;
  /** Told when the thread begins: to wait for one is no fault of the file. */
  readonly begun: MessageChannel['port1'];
}

async function within(timeMs: number, pool: Piscina<Task, Verdict>, file: FileToJudge): Promise<Verdict> {
  const { port1: begin, port2: begun } = new MessageChannel();
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  begin.once('message', () => (timer = setTimeout(() => stop.abort(), timeMs)));
  try {
    return await pool.run({ file, begun }, { signal: stop.signal, transferList: [begun] });
  } catch (error) {
    if (stop.signal.aborted || isOutOfMemory(error)) return { refused: 'upload.too-complex' };
    if (error instanceof Error && /queue/i.test(error.message))
      throw new Problem('service.unavailable', {}, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    begin.close();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
