import { join } from 'node:path';
import { begin, deploy, give, pass } from './world/acts.ts';
import { emptyWorld, openIn } from './world/world.ts';
import type { World } from './world/world.ts';
import { compileFile } from '../../engine/kernel/reading/compile.ts';
import type { Program } from '../../engine/kernel/program.ts';
import { addDuration } from '../../engine/kernel/time/instants.ts';
import type { Variables } from '../../engine/kernel/types.ts';
import { adaptBetsy } from './betsy-model.ts';
import { readJsonFile, readXmlFile } from './files.ts';
import { doScript } from './betsy-script.ts';
import type { Notes } from './betsy-script.ts';
import type { CaseOutcome, Suite } from './suite.ts';
import { whyStopped } from './stopped.ts';
import { inItalian } from '../support/findings.ts';

interface BetsyTest {
  readonly n: number;
  readonly variables: Variables;
  readonly startFirst?: string;
  readonly delayMs?: number;
  readonly expectedTrace: readonly string[];
}

interface BetsyCase {
  readonly id: string;
  readonly file: string;
  readonly processId: string;
  readonly status: string;
  readonly tests: readonly BetsyTest[];
}

/** Execution semantics: one feature of BPMN a file, judged by the trace of what its scripts did. */
export const betsy: Suite = {
  name: 'betsy',
  async *run(dir) {
    const { cases } = await readJsonFile<{ readonly cases: readonly BetsyCase[] }>(join(dir, 'betsy/manifest.json'));
    for (const each of cases) yield await runCase(join(dir, 'betsy'), each);
  },
};

async function runCase(dir: string, { id, file, status, processId, tests }: BetsyCase): Promise<CaseOutcome> {
  const { programs, findings } = await compileFile(adaptBetsy(await readXmlFile(join(dir, file))), { decisions: [] });
  const errors = inItalian(findings.filter(({ level }) => level === 'error'));
  const reasons = tests.flatMap((test) => {
    const notes = programs.length === 0 ? refused(errors) : play(programs, processId, test);
    const trace = traceOf(notes, test.expectedTrace);
    if (sorted(trace) === sorted(test.expectedTrace)) return [];
    const why = notes.problem === undefined ? '' : ` (${notes.problem})`;
    return [`prova ${test.n}: attesi ${sorted(test.expectedTrace)}, avuti ${sorted(trace)}${why}`];
  });
  const outcome = { id, passed: reasons.length === 0, ...(status === 'debatable' && { disputed: true }) };
  return reasons.length === 0 ? outcome : { ...outcome, reason: reasons.join('; ') };
}

function refused(errors: readonly string[]): Notes {
  return { trace: ['ERROR_deployment'], hasMarker: false, intervals: [], problem: errors.join(' ') };
}

function play(programs: readonly Program[], processId: string, test: BetsyTest): Notes {
  const notes: Notes = { trace: [], hasMarker: false, intervals: [] };
  try {
    const deployed = deploy(emptyWorld('2026-03-02T09:00:00.000Z'), programs);
    const waiting =
      test.startFirst === undefined ? deployed : rest(begin(deployed, test.startFirst, {}).world, notes, 0);
    const begun = begin(waiting, processId, { test: '', ...test.variables }).world;
    const ended = rest(begun, notes, test.delayMs ?? 0);
    const isError = [...ended.instances.values()].some(
      (instance) => instance.ended?.reason === 'error' && !instance.calledBy,
    );
    if (isError) notes.trace.push('ERROR_thrownErrorEvent');
  } catch (error) {
    const { code, words } = whyStopped(error);
    notes.problem = words;
    if (code !== 'step.stuck')
      notes.trace.push(code === 'error.not-caught' ? 'ERROR_thrownErrorEvent' : 'ERROR_runtime');
  }
  return notes;
}

// Scripts run in the order in which they were reached; the clock moves when nothing else does.
function rest(world: World, notes: Notes, delayMs: number): World {
  const begunAt = Date.parse(world.now);
  const readyAt = new Map<string, string>();
  let current = world;
  for (;;) {
    for (const { instance, wait } of openIn(current)) {
      const key = `${instance.id} ${wait.id}`;
      if (wait.type !== 'job' || readyAt.has(key)) continue;
      const seconds = wait.jobType === 'WAIT_TEN_SECONDS' || wait.jobType.startsWith('CREATE_TIMESTAMP_LOG') ? 10 : 0;
      readyAt.set(key, addDuration(current.now, `PT${seconds}S`) ?? current.now);
    }
    const ready = openIn(current).find(
      ({ instance, wait }) => (readyAt.get(`${instance.id} ${wait.id}`) ?? '~') <= current.now,
    );
    if (ready?.wait.type === 'job') {
      current = give(current, ready.instance.id, doScript(notes, { ...ready, wait: ready.wait, now: current.now }));
      continue;
    }
    const hasMore = openIn(current).some(({ wait }) => wait.type === 'job');
    if (!hasMore && Date.parse(current.now) - begunAt >= Math.max(delayMs, 10_000)) return current;
    current = pass(current, 'PT0.5S');
  }
}

function traceOf({ trace, hasMarker, intervals }: Notes, expected: readonly string[]): readonly string[] {
  const [one, other] = intervals;
  const isParallel = one !== undefined && other !== undefined && one.from < other.to && other.from < one.to;
  const marked = hasMarker && expected.includes('MARKER_exists') ? ['MARKER_exists'] : [];
  const all = [...trace, ...marked, ...(isParallel ? ['EXECUTION_parallel'] : [])];
  const isAnyError = (token: string) => token === 'ERROR_deployment' || token === 'ERROR_runtime';
  return expected.includes('ERROR') ? all.map((token) => (isAnyError(token) ? 'ERROR' : token)) : all;
}

function sorted(trace: readonly string[]): string {
  return `[${[...trace].sort().join(', ')}]`;
}
