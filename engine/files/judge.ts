import { boundedThreads } from '../bounded-threads.ts';
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

/** More files than this do not wait for a thread: each is held on the disk, and a person before the screen. */
const MOST_WAITING = 100;

/** Starts no thread before there is a file. */
export function createJudge({ timeMs = 30_000, memoryMb = 512, threads = 2, bounds }: JudgeSettings = {}): Judge {
  const module = new URL('worker.mjs', import.meta.url);
  const pool = boundedThreads<FileToJudge, Verdict>({ module, timeMs, memoryMb, threads, mostWaiting: MOST_WAITING });
  return {
    judge: async (file) => {
      const bounded = await pool.run(bounds === undefined ? file : { ...file, bounds });
      if ('exceeded' in bounded) throw new Problem('upload.too-complex', { name: file.name });
      const { answer: verdict } = bounded;
      if ('accepted' in verdict) return verdict.accepted;
      throw new Problem(verdict.refused, { name: file.name });
    },
    close: () => pool.close(),
  };
}
