/**
 * Changes the sources in one place at a time and asks whether a test fails: `npm run mutation -- [--seed 1] [--count
 * 300] [--room PATH] [--tests GLOB] [--json FILE] [--alive-in REPORT]`. Prints how many of the mutants drawn are killed
 * in each room, and the survivors with place and change. `--alive-in` draws none and tries those that the report of an
 * earlier run names as alive. Ends with 1 under 85 %.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { inWords, namedAlive, short } from './in-words.ts';
import { draw, mutantsUnder, roomNames, rooms, type Mutant } from './mutants.ts';
import type { Switched } from './switches.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** What became of a mutant. `uncovered`: no test file comes by its place. */
type Fate = 'killed' | 'endless' | 'survived' | 'uncovered';

type Drawn = Mutant & Switched;

interface Judged {
  readonly mutant: Drawn;
  readonly fate: Fate;
  /** The test that failed. */
  readonly by?: string;
}

/** What the run without a mutant shows of a test file. */
interface Coverage {
  readonly file: string;
  readonly tookMs: number;
  readonly asked: ReadonlyMap<number, number>;
}

const wanted = 0.85;
const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

const words: Readonly<Record<Fate, string>> = {
  killed: 'ucciso',
  endless: 'senza fine',
  survived: 'VIVO',
  uncovered: 'SCOPERTO',
};

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    room: { type: 'string', default: '' },
    tests: { type: 'string' },
    json: { type: 'string' },
    'alive-in': { type: 'string' },
  },
});
process.exitCode = await main();

async function main(): Promise<number> {
  const all = mutantsUnder(root, values.room);
  const drawn = chosenFrom(all).map((mutant, id) => ({ ...mutant, id }));
  if (drawn.length === 0)
    return complain(`Nessun cambiamento possibile sotto «${values.room}»: ${roomNames.join(', ')}.`);
  const chosenBy = values['alive-in'] === undefined ? `seme ${values.seed}` : `vivi in ${values['alive-in']}`;
  print(`${drawn.length} mutanti su ${all.length} possibili, ${chosenBy}.`);
  const folders = new Set(drawn.flatMap(({ room }) => rooms[room]));
  const include =
    values.tests === undefined ? [...folders].map((folder) => `test/${folder}/**/*.test.ts`) : [values.tests];
  const workbench = await openWorkbench({ root, include, mutants: byFile(drawn) });
  try {
    const coverage = await cover(workbench);
    if (coverage === undefined) return 2;
    return report(await judgeAll(workbench, { drawn, coverage }));
  } finally {
    await workbench.close();
  }
}

function chosenFrom(all: readonly Mutant[]): readonly Mutant[] {
  const report = values['alive-in'];
  if (report === undefined) return draw(all, Number(values.count), Number(values.seed));
  const { found, gone } = namedAlive(all, readFileSync(report, 'utf8'));
  for (const line of gone) print(`Non c’è più: ${line}`);
  return found;
}

function byFile(drawn: readonly Drawn[]): ReadonlyMap<string, readonly Drawn[]> {
  const files = new Set(drawn.map(({ file }) => file));
  return new Map([...files].map((file) => [file, drawn.filter((mutant) => mutant.file === file)]));
}

async function cover(workbench: Workbench): Promise<readonly Coverage[] | undefined> {
  const found: Coverage[] = [];
  for (const file of workbench.files) {
    const { failure, tookMs, asked } = await workbench.run({ files: [file], withinMs: 300_000 });
    if (failure !== undefined) return void complain(`${file} fallisce già senza mutanti: ${failure}`);
    found.push({ file, tookMs, asked });
  }
  // Without a mutant nothing may fail in one process either: else every mutant would count as killed.
  const { failure } = await workbench.run({ files: workbench.files, withinMs: 900_000 });
  if (failure !== undefined) return void complain(`Insieme le prove falliscono già senza mutanti: ${failure}`);
  print(`${found.length} file di prove, ${Math.round(sum(found.map(({ tookMs }) => tookMs)) / 1000)} s senza mutanti.`);
  return found;
}

interface Work {
  readonly drawn: readonly Drawn[];
  readonly coverage: readonly Coverage[];
}

async function judgeAll(workbench: Workbench, { drawn, coverage }: Work): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const mutant of drawn) {
    const judgement = await judge(workbench, { mutant, coverage });
    judged.push({ mutant, ...judgement });
    const by = judgement.by === undefined ? '' : `  [${short(judgement.by)}]`;
    print(`${String(judged.length).padStart(4)} ${words[judgement.fate].padEnd(10)} ${inWords(mutant)}${by}`);
  }
  return judged;
}

async function judge(
  workbench: Workbench,
  { mutant, coverage }: { mutant: Drawn; coverage: Work['coverage'] },
): Promise<Omit<Judged, 'mutant'>> {
  const folders: readonly string[] = rooms[mutant.room];
  const speaksOfIt = (file: string) =>
    values.tests !== undefined || folders.some((folder) => file.startsWith(`test/${folder}/`));
  const covering = coverage.filter(({ file, asked }) => asked.has(mutant.id) && speaksOfIt(file));
  if (covering.length === 0) return { fate: 'uncovered' };
  const files = [...covering]
    .sort((one, other) => distance(mutant, one) - distance(mutant, other))
    .map(({ file }) => file);
  const { failure, stopped } = await workbench.run({
    files,
    id: mutant.id,
    most: 10_000 + 20 * sum(covering.map(({ asked }) => asked.get(mutant.id) ?? 0)),
    withinMs: 30_000 + 5 * sum(covering.map(({ tookMs }) => tookMs)),
  });
  if (stopped) return { fate: 'endless' };
  return failure === undefined ? { fate: 'survived' } : { fate: 'killed', by: failure };
}

// Tests of the same room first, the quick ones before the slow: one of them kills most mutants.
function distance({ room }: Mutant, { file, tookMs }: Coverage): number {
  return tookMs + (file.startsWith(`test/${room}/`) ? 0 : 10_000);
}

function report(judged: readonly Judged[]): number {
  const alive = judged.filter(isAlive);
  print(['', 'Sopravvissuti', ...alive.map(({ mutant }) => inWords(mutant)).sort(), ''].join('\n'));
  for (const room of roomNames)
    print(
      line(
        room,
        judged.filter(({ mutant }) => mutant.room === room),
      ),
    );
  print(line('insieme', judged));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(judged, undefined, 2)}\n`);
  return 1 - alive.length / judged.length < wanted ? 1 : 0;
}

function isAlive({ fate }: Judged): boolean {
  return fate === 'survived' || fate === 'uncovered';
}

function line(name: string, judged: readonly Judged[]): string {
  const killed = judged.filter(({ fate }) => fate === 'killed').length;
  const endless = judged.filter(({ fate }) => fate === 'endless').length;
  const share = judged.length === 0 ? '–' : `${((100 * (killed + endless)) / judged.length).toFixed(1)} %`;
  const alive = judged.length - killed - endless;
  return `${name.padEnd(14)}${share.padStart(8)}  uccisi ${killed}, senza fine ${endless}, vivi ${alive}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
