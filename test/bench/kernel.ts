import { Engine } from 'bpmn-engine';
import { advance, start } from '../../engine/kernel/running/advance.ts';
import { compile } from '../../engine/kernel/reading/compile.ts';
import type { Program } from '../../engine/kernel/program.ts';
import type { ExecutionState, Move } from '../../engine/kernel/types.ts';
import { amounts, engineXml, xml } from './load/process.ts';

const now = '2026-03-02T09:30:00.000Z';
const bounds = { stepMicroseconds: 50, stateBytes: 1024, ratio: 50 };

/** Measures the step time and state size of the kernel, and the same on bpmn-engine; whether the bounds are held. */
export async function benchKernel(): Promise<boolean> {
  const { program } = await compile(xml, { decisions: [] });
  if (program === undefined) throw new Error('the process of the bench does not compile');
  for (let round = 0; round < 300; round += 1) playKernel(program, []);
  const steps: number[] = [];
  const sizes: number[] = [];
  for (let round = 0; round < 500; round += 1) sizes.push(...playKernel(program, steps));
  const others: number[] = [];
  for (let round = 0; round < 12; round += 1) await playEngine(others);
  const [step, other] = [median(steps), median(others.slice(11))];
  const size = Math.max(...sizes);
  const lines = [
    ['passo del kernel, mediana', `${step.toFixed(1)} µs`, step <= bounds.stepMicroseconds],
    ['stato oltre le variabili, massimo', `${size} byte`, size <= bounds.stateBytes],
    ['passo di bpmn-engine con salvataggio, mediana', `${other.toFixed(0)} µs`, true],
    ['rapporto', `${(other / step).toFixed(0)} volte`, other / step >= bounds.ratio],
  ] as const;
  for (const [what, figure, isHeld] of lines) {
    globalThis.process.stdout.write(`${isHeld ? ' ' : '!'} ${what.padEnd(48)}${figure}\n`);
  }
  return lines.every(([, , isHeld]) => isHeld);
}

// Every step reads the state from JSON and writes it again, as a database would; gives the sizes beside variables.
function playKernel(program: Program, steps: number[]): readonly number[] {
  const sizes: number[] = [];
  let move: Move = start(program, amounts, now);
  let open = move.opened;
  for (let wait = open[0]; wait !== undefined; wait = open[0]) {
    const kept = JSON.stringify(move.state);
    sizes.push(kept.length - JSON.stringify(amounts).length);
    const begun = performance.now();
    const state: ExecutionState = JSON.parse(kept);
    const next = advance(program, state, { type: 'complete', waitId: wait.id, output: {} }, now);
    JSON.stringify(next.state);
    steps.push((performance.now() - begun) * 1000);
    open = [...open.filter(({ id }) => !next.closed.includes(id)), ...next.opened];
    move = next;
  }
  return sizes;
}

// The same task by task: recover from the saved state, signal, save.
async function playEngine(steps: number[]): Promise<void> {
  const first = new Engine({ name: 'bench', source: engineXml, variables: amounts });
  const execution = await first.execute();
  let kept: unknown = await execution.getState();
  let waiting = execution.getPostponed().filter(({ type }) => type === 'bpmn:UserTask')[0]?.id;
  void execution.stop();
  while (waiting !== undefined) {
    const begun = performance.now();
    const text = JSON.stringify(kept);
    const engine = new Engine({ name: 'bench' });
    engine.recover(JSON.parse(text));
    const resumed = await engine.resume();
    resumed.signal({ id: waiting });
    kept = await engine.getState();
    waiting = resumed.getPostponed().filter(({ type }) => type === 'bpmn:UserTask')[0]?.id;
    void resumed.stop();
    steps.push((performance.now() - begun) * 1000);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
