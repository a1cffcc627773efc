import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { createVitest, type Reporter, type Vitest } from 'vitest/node';
import type { AtWork } from './switch.ts';
import { switchName, withSwitches, type Switched } from './switches.ts';

/** One run of some test files. */
export interface Ran {
  /** The first thing that failed; undefined when all went well. */
  readonly failure: string | undefined;
  /** Whether it was ended from outside, since it did not end by itself. */
  readonly stopped: boolean;
  /** Whether what failed had run out of time, which a busy machine can do to any test. */
  readonly isLate: boolean;
  readonly tookMs: number;
  /** How often each mutant was asked, by its number. */
  readonly asked: ReadonlyMap<number, number>;
}

/** What a run is of. */
export interface Asked {
  /** Paths from the root, run in this order until one fails. */
  readonly files: readonly string[];
  readonly id?: number;
  readonly most?: number;
  readonly withinMs: number;
}

/** A vitest that has compiled the sources with all mutants in them, and runs test files with one of them at work. */
export interface Workbench {
  /** Every test file that the workbench knows, as paths from the root. */
  readonly files: readonly string[];
  run(asked: Asked): Promise<Ran>;
  close(): Promise<void>;
}

/** What a workbench is made of. */
export interface Setup {
  readonly root: string;
  /** The globs of the test files. */
  readonly include: readonly string[];
  /** The mutants of each file, by its path from the root. */
  readonly mutants: ReadonlyMap<string, readonly Switched[]>;
}

/** Starts a workbench: one PostgreSQL and one compilation for all runs, a process for each run. */
export async function openWorkbench(setup: Setup): Promise<Workbench> {
  // What prepares the database for all runs is compiled with the mutants in it, too: none is at work there.
  Reflect.set(globalThis, switchName, () => false);
  // What vitest remembers of earlier runs stands in its results: only what is heard in a run is of that run.
  const heard: Heard[] = [];
  const told = join(tmpdir(), `iter-mutation-${process.pid}.jsonl`);
  const vitest = await createVitest(
    'test',
    {
      config: false,
      root: setup.root,
      watch: false,
      include: [...setup.include],
      globalSetup: ['test/global-setup.ts'],
      setupFiles: ['test/mutation/switch.ts'],
      isolate: false,
      maxWorkers: 1,
      bail: 1,
      testTimeout: 90_000,
      hookTimeout: 120_000,
      teardownTimeout: 60_000,
      reporters: [listenerFor(heard)],
      sequence: { sequencer: AsGiven },
    },
    { plugins: [switches(setup)] },
  );
  const specs = new Map(
    (await vitest.globTestSpecifications()).map((spec) => [relative(setup.root, spec.moduleId), spec]),
  );
  return {
    files: [...specs.keys()],
    run: async (asked) => {
      rmSync(told, { force: true });
      const atWork: AtWork = { most: asked.most ?? 0, told, ...(asked.id === undefined ? {} : { id: asked.id }) };
      vitest.provide('mutant', atWork);
      return runOnce(vitest, { asked, told, heard, specs: asked.files.flatMap((file) => specs.get(file) ?? []) });
    },
    close: async () => {
      await vitest.close();
      rmSync(told, { force: true });
    },
  };
}

class AsGiven {
  shard<T>(files: T): T {
    return files;
  }

  sort<T>(files: T): T {
    return files;
  }
}

function switches({ root, mutants }: Setup) {
  return {
    name: 'iter-mutants',
    enforce: 'pre' as const,
    transform(code: string, path: string) {
      const found = mutants.get(relative(root, path));
      return found === undefined ? undefined : { code: withSwitches(code, found), map: null };
    },
  };
}

/** Something that failed. */
interface Heard {
  readonly name: string;
  readonly isLate: boolean;
}

interface Once {
  readonly asked: Asked;
  readonly told: string;
  readonly heard: Heard[];
  readonly specs: Parameters<Vitest['runTestSpecifications']>[0];
}

async function runOnce(vitest: Vitest, { asked, told, heard, specs }: Once): Promise<Ran> {
  const startedAt = Date.now();
  let stopped = false;
  heard.length = 0;
  const clock = setTimeout(() => {
    stopped = true;
    for (const pid of new Set(linesOf(told).map((line) => line.pid))) end(pid);
  }, asked.withinMs);
  const first = await vitest
    .runTestSpecifications(specs)
    .then(({ unhandledErrors }) => heard[0] ?? unhandledErrors.map(said)[0])
    .catch(said);
  clearTimeout(clock);
  const { name: failure, isLate = false } = first ?? {};
  return { failure, stopped, isLate, tookMs: Date.now() - startedAt, asked: countsOf(told) };
}

function listenerFor(heard: Heard[]): Reporter {
  return {
    onTestCaseResult: (test) => {
      const { state, errors = [] } = test.result();
      const isLate = errors.some(({ message }) => isOfTime(message));
      if (state === 'failed') heard.push({ name: test.fullName, isLate });
    },
    onTestModuleEnd: (module) => {
      heard.push(...module.errors().map(({ message }) => ({ name: message, isLate: isOfTime(message) })));
    },
  };
}

const said = (error: unknown): Heard => ({ name: String(error), isLate: isOfTime(String(error)) });

const isOfTime = (message: string): boolean => /timed out in \d+ ?ms/.test(message);

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

function countsOf(told: string): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { asked } of linesOf(told)) for (const [id, times] of asked) counts.set(id, (counts.get(id) ?? 0) + times);
  return counts;
}

interface Line {
  readonly pid: number;
  readonly asked: readonly (readonly [number, number])[];
}

function linesOf(told: string): readonly Line[] {
  const lines = readFileSync(told, { encoding: 'utf8', flag: 'a+' }).split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}
