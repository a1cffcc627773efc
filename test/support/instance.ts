import { advance, start } from '../../engine/kernel/running/advance.ts';
import { compile } from '../../engine/kernel/reading/compile.ts';
import type { DecisionFile } from '../../engine/kernel/reading/compile.ts';
import type { Program } from '../../engine/kernel/program.ts';
import type { Instant, Move, Trigger, Variables, Wait } from '../../engine/kernel/types.ts';
import { complaintsIn } from './findings.ts';

/** The instant at which tests start, unless they say otherwise. */
export const testNow: Instant = '2026-03-02T09:30:00.000Z';

/** An instance between two steps, as its caller would keep it. */
export interface Instance {
  readonly program: Program;
  readonly move: Move;
  /** All waits that are open, the oldest first. */
  readonly open: readonly Wait[];
}

/** The program of a diagram that is expected to be right. */
export async function programOf(xml: string, decisions: readonly DecisionFile[] = []): Promise<Program> {
  const { program, findings } = await compile(xml, { decisions });
  if (program) return program;
  throw new Error(complaintsIn(findings));
}

/** Starts an instance. */
export function begin(program: Program, variables: Variables = {}, now: Instant = testNow): Instance {
  const move = start(program, variables, now);
  return { program, move, open: move.opened };
}

/** Takes an instance one step further; its state goes through JSON as it would through a database. */
export function go(instance: Instance, trigger: Trigger, now: Instant = testNow): Instance {
  const kept: Move['state'] = JSON.parse(JSON.stringify(instance.move.state));
  const move = advance(instance.program, kept, trigger, now);
  const still = instance.open.filter(({ id }) => !move.closed.includes(id));
  return { program: instance.program, move, open: [...still, ...move.opened] };
}

/** Completes the oldest open task or job of an element. */
export function complete(instance: Instance, elementId: string, output: Variables = {}): Instance {
  return go(instance, { type: 'complete', waitId: waitAt(instance, elementId).id, output });
}

/** Lets the timer of an element fire. */
export function fire(instance: Instance, elementId: string): Instance {
  return go(instance, { type: 'fire', waitId: waitAt(instance, elementId).id });
}

/** Sends a message. */
export function send(instance: Instance, message: string, payload: Variables = {}): Instance {
  return go(instance, { type: 'message', message, payload });
}

/** The oldest open wait of an element. */
export function waitAt({ open }: Instance, elementId: string): Wait {
  const wait = open.find((each) => each.elementId === elementId);
  if (wait) return wait;
  throw new Error(`${elementId} does not wait; waiting are ${open.map((each) => each.elementId).join(', ')}`);
}

/** The elements that wait, sorted. */
export function waitingAt({ open }: Instance): readonly string[] {
  return open.map(({ elementId }) => elementId).sort();
}

/** The elements entered in the last step, in order. */
export function enteredIn({ move }: Instance): readonly string[] {
  return move.trail.flatMap((entry) => (entry.type === 'entered' ? [entry.elementId] : []));
}
