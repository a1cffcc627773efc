/**
 * Runs the conformance suites of a folder through the kernel and the decision tables:
 * `npm run conformance -- [--suite NAME] [--dir DIR] [--json FILE] [--record]`. Ends with 1 when a case that
 * `expected.json` records as passed no longer passes; `--record` writes what passes now.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { betsy } from './betsy.ts';
import { betsyInvalid } from './betsy-invalid.ts';
import { camunda } from './camunda.ts';
import { dmnTck } from './dmn-tck.ts';
import { miwg } from './miwg.ts';
import type { CaseOutcome, Suite } from './suite.ts';

interface Result {
  readonly total: number;
  readonly passed: number;
  readonly failed: readonly string[];
  readonly disputed: readonly string[];
}

type Recorded = Readonly<Record<string, readonly string[]>>;

const suites: readonly Suite[] = [betsy, betsyInvalid, camunda, miwg, dmnTck];
const expectedFile = new URL('./expected.json', import.meta.url);

const { values } = parseArgs({
  options: {
    suite: { type: 'string' },
    dir: { type: 'string', default: '../shared/conformance' },
    json: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});
process.exitCode = await main();

async function main(): Promise<number> {
  const chosen = suites.filter(({ name }) => values.suite === undefined || name === values.suite);
  if (chosen.length === 0)
    return complain(`Non esiste la suite «${values.suite}»: ${suites.map(({ name }) => name).join(', ')}.`);
  if (!existsSync(values.dir)) return complain(`La cartella ${values.dir} non esiste.`);
  const outcomes = new Map<string, readonly CaseOutcome[]>();
  for (const suite of chosen) outcomes.set(suite.name, await runSuite(suite));
  const results = new Map([...outcomes].map(([name, cases]) => [name, summarise(cases)] as const));
  print([table(results), ...spots(outcomes)].join('\n'));
  if (values.json !== undefined) writeJson(values.json, { suites: Object.fromEntries(results) });
  if (values.record) record(outcomes);
  return reportLosses(outcomes);
}

async function runSuite({ name, run }: Suite): Promise<readonly CaseOutcome[]> {
  const cases: CaseOutcome[] = [];
  for await (const outcome of run(values.dir)) {
    cases.push(outcome);
    if (outcome.passed) continue;
    print(`${name} ${outcome.id}${outcome.disputed === true ? ' (discusso)' : ''}: ${outcome.reason ?? 'non passa'}`);
  }
  return cases;
}

function summarise(cases: readonly CaseOutcome[]): Result {
  const counted = cases.filter(({ disputed }) => disputed !== true);
  const failed = counted.filter(({ passed }) => !passed).map(({ id }) => id);
  const disputed = cases.filter((each) => each.disputed === true && !each.passed).map(({ id }) => id);
  return { total: counted.length, passed: counted.length - failed.length, failed, disputed };
}

function table(results: ReadonlyMap<string, Result>): string {
  const lines = [...results].map(([name, { total, passed }]) => {
    const share = total === 0 ? '–' : `${((100 * passed) / total).toFixed(1)} %`;
    return `${name.padEnd(16)}${String(passed).padStart(6)} / ${String(total).padEnd(6)}${share.padStart(8)}`;
  });
  return ['', `${'suite'.padEnd(16)}${'passa'.padStart(6)} / ${'casi'.padEnd(6)}`, ...lines].join('\n');
}

// How many refusals are at the spot that their case names.
function spots(outcomes: ReadonlyMap<string, readonly CaseOutcome[]>): readonly string[] {
  return [...outcomes].flatMap(([name, cases]) => {
    const named = cases.filter(({ isAtSpot }) => isAtSpot !== undefined);
    const right = named.filter(({ isAtSpot }) => isAtSpot === true).length;
    return named.length === 0 ? [] : [`${name}: all’elemento giusto ${right} dei ${named.length} che lo indicano`];
  });
}

function reportLosses(outcomes: ReadonlyMap<string, readonly CaseOutcome[]>): number {
  const lost = [...outcomes].flatMap(([name, cases]) => {
    const passed = new Set(cases.filter((each) => each.passed).map(({ id }) => id));
    return (recorded()[name] ?? []).filter((id) => !passed.has(id)).map((id) => `${name} ${id}`);
  });
  for (const each of lost) print(`PERSO: ${each} passava e non passa più.`);
  return lost.length === 0 ? 0 : 1;
}

function record(outcomes: ReadonlyMap<string, readonly CaseOutcome[]>): void {
  const passing = [...outcomes].map(([name, cases]) => [name, cases.filter((each) => each.passed).map(({ id }) => id)]);
  writeJson(expectedFile, { ...recorded(), ...Object.fromEntries(passing) });
}

function recorded(): Recorded {
  return existsSync(expectedFile) ? JSON.parse(readFileSync(expectedFile, 'utf8')) : {};
}

function writeJson(file: string | URL, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): number {
  process.stderr.write(`${line}\n`);
  return 2;
}
