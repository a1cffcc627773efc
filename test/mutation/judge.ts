import { whyEquivalent } from './equivalent.ts';
import type { Mutant } from './mutants.ts';
import type { Switched } from './switches.ts';
import type { Ran, Workbench } from './workbench.ts';

/**
 * What became of a mutant. `uncovered`: no test that speaks of it comes by its place. `equivalent`: it is listed, and
 * not tried.
 */
export type Fate = 'killed' | 'endless' | 'survived' | 'uncovered' | 'equivalent';

/** A mutant that was drawn, with the number of its switch. */
export type Drawn = Mutant & Switched;

/** What became of a mutant, and by what. */
export interface Judgement {
  readonly fate: Fate;
  /** The test that failed, or why none can. */
  readonly by?: string;
}

/** What the run without a mutant shows of a test file. */
export interface Coverage {
  readonly file: string;
  readonly tookMs: number;
  readonly asked: ReadonlyMap<number, number>;
}

/**
 * What every test file comes by while no mutant is at work.
 * @throws Error when one fails, alone or with the others: every mutant would count as killed
 */
export async function cover(workbench: Workbench): Promise<readonly Coverage[]> {
  const found: Coverage[] = [];
  for (const file of workbench.files) {
    const { failure, tookMs, asked } = await workbench.run({ files: [file], withinMs: 300_000 });
    if (failure !== undefined) throw new Error(`${file} fallisce già senza mutanti: ${failure}`);
    found.push({ file, tookMs, asked });
  }
  const { failure } = await workbench.run({ files: workbench.files, withinMs: 900_000 });
  if (failure !== undefined) throw new Error(`Insieme le prove falliscono già senza mutanti: ${failure}`);
  return found;
}

/** What a mutant is judged by. */
export interface Evidence {
  readonly coverage: readonly Coverage[];
  speaksOf(test: string, mutant: Mutant): boolean;
}

/** Runs the tests that speak of a mutant and come by it, until one fails. */
export async function judge(workbench: Workbench, mutant: Drawn, { coverage, speaksOf }: Evidence): Promise<Judgement> {
  const reason = whyEquivalent(mutant);
  if (reason !== undefined) return { fate: 'equivalent', by: reason };
  const covering = coverage.filter(({ file, asked }) => asked.has(mutant.id) && speaksOf(file, mutant));
  if (covering.length === 0) return { fate: 'uncovered' };
  const { failure, stopped, isLate } = await inTime(() =>
    workbench.run({
      files: inOrder(covering, mutant),
      id: mutant.id,
      most: 10_000 + 20 * sum(covering.map(({ asked }) => asked.get(mutant.id) ?? 0)),
      withinMs: 30_000 + 5 * sum(covering.map(({ tookMs }) => tookMs)),
    }),
  );
  if (stopped || isLate) return { fate: 'endless' };
  return failure === undefined ? { fate: 'survived' } : { fate: 'killed', by: failure };
}

// What takes too long may do so only because the machine is busy: it gets a second chance.
async function inTime(run: () => Promise<Ran>): Promise<Ran> {
  const first = await run();
  return first.stopped || first.isLate ? run() : first;
}

// Tests of the same room first, the quick ones before the slow: one of them kills most mutants.
function inOrder(covering: readonly Coverage[], { room }: Mutant): readonly string[] {
  const away = ({ file, tookMs }: Coverage): number => tookMs + (file.startsWith(`test/${room}/`) ? 0 : 10_000);
  return covering.toSorted((one, other) => away(one) - away(other)).map(({ file }) => file);
}

/** The sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
