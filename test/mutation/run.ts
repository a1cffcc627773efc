/**
 * Changes the sources in one place at a time and asks whether a test fails:
 * `npm run mutation -- [--seed 1] [--count 300] [--room PATH] [--tests GLOB] [--json FILE] [--alive-in REPORT]
 * [--resume REPORT]`. Prints what becomes of each mutant drawn, how many are killed in each room, and the survivors
 * with place and change. `--alive-in` draws none and tries those that the report of an earlier run names as alive;
 * `--resume` goes on where the run of a report stopped. Ends with 1 under 85 %.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fatesIn, inWords, namedAlive, short } from './in-words.ts';
import { cover, judge, sum, type Drawn, type Evidence, type Fate, type Judgement } from './judge.ts';
import { draw, mutantsUnder, roomNames, type Mutant } from './mutants.ts';
import { testsOf } from './tests-of.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

interface Judged extends Judgement {
  readonly mutant: Drawn;
}

const wanted = 0.85;
const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

const words: Readonly<Record<Fate, string>> = {
  killed: 'ucciso',
  endless: 'senza fine',
  survived: 'VIVO',
  uncovered: 'SCOPERTO',
  equivalent: 'equivalente',
};

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    room: { type: 'string', default: '' },
    tests: { type: 'string' },
    json: { type: 'string' },
    'alive-in': { type: 'string' },
    resume: { type: 'string' },
  },
});
process.exitCode = await main().catch(complain);

async function main(): Promise<number> {
  const all = mutantsUnder(root, values.room);
  const drawn = chosenFrom(all).map((mutant, id) => ({ ...mutant, id }));
  if (drawn.length === 0)
    throw new Error(`Nessun cambiamento possibile sotto «${values.room}»: ${roomNames.join(', ')}.`);
  const chosenBy = values['alive-in'] === undefined ? `seme ${values.seed}` : `vivi in ${values['alive-in']}`;
  print(`${drawn.length} mutanti su ${all.length} possibili, ${chosenBy}.`);
  const speaking = testsOf(root, drawn);
  const chosen = values.tests === undefined ? speaking : { include: [values.tests], speaksOf: () => true };
  const workbench = await openWorkbench({ root, include: chosen.include, mutants: byFile(drawn) });
  try {
    const coverage = await cover(workbench);
    const seconds = Math.round(sum(coverage.map(({ tookMs }) => tookMs)) / 1000);
    print(`${coverage.length} file di prove, ${seconds} s senza mutanti.`);
    return report(await judgeAll(workbench, drawn, { coverage, speaksOf: chosen.speaksOf }));
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

async function judgeAll(workbench: Workbench, drawn: readonly Drawn[], evidence: Evidence): Promise<readonly Judged[]> {
  const earlier = fatesIn(values.resume === undefined ? '' : readFileSync(values.resume, 'utf8'));
  const judged: Judged[] = [];
  for (const mutant of drawn) {
    const number = judged.length + 1;
    const known = fateCalled(earlier.get(`${number} ${inWords(mutant)}`));
    const judgement = known === undefined ? await judge(workbench, mutant, evidence) : { fate: known };
    judged.push({ mutant, ...judgement });
    const by = judgement.by === undefined ? '' : `  [${short(judgement.by)}]`;
    print(`${String(number).padStart(4)} ${words[judgement.fate].padEnd(11)} ${inWords(mutant)}${by}`);
  }
  return judged;
}

function fateCalled(word: string | undefined): Fate | undefined {
  const fates: readonly Fate[] = ['killed', 'endless', 'survived', 'uncovered', 'equivalent'];
  return fates.find((fate) => words[fate] === word);
}

function report(judged: readonly Judged[]): number {
  const alive = judged.filter(({ fate }) => fate === 'survived' || fate === 'uncovered');
  print(['', 'Sopravvissuti', ...alive.map(({ mutant }) => inWords(mutant)).sort(), ''].join('\n'));
  for (const room of roomNames) {
    const inRoom = judged.filter(({ mutant }) => mutant.room === room);
    if (inRoom.length > 0) print(line(room, inRoom));
  }
  print(line('insieme', judged));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(judged, undefined, 2)}\n`);
  return share(judged) < wanted ? 1 : 0;
}

function line(name: string, judged: readonly Judged[]): string {
  const count = (fate: Fate): number => judged.filter((each) => each.fate === fate).length;
  const alive = count('survived') + count('uncovered');
  const counted = [
    `uccisi ${count('killed')}`,
    `senza fine ${count('endless')}`,
    `vivi ${alive}`,
    `equivalenti ${count('equivalent')}`,
  ];
  return `${name.padEnd(14)}${`${(100 * share(judged)).toFixed(1)} %`.padStart(8)}  ${counted.join(', ')}`;
}

// Of those that a test could notice.
function share(judged: readonly Judged[]): number {
  const tried = judged.filter(({ fate }) => fate !== 'equivalent');
  const killed = tried.filter(({ fate }) => fate === 'killed' || fate === 'endless');
  return tried.length === 0 ? 1 : killed.length / tried.length;
}

function complain(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 2;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
