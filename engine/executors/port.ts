import type { ExecutionState, Instant, Move, Trigger, Variables } from '../kernel/types.ts';

/** What set an instance off: an event or receive task of the process, and which of its definitions it was. */
export interface Beginning {
  readonly elementId: string;
  readonly part?: number;
}

/**
 * What the rest of the system needs of whatever executes a diagram. Two implementations stand behind it: our kernel
 * (the default) and, for portable models, bpmn-engine.
 *
 * Both functions are deterministic: the same program, inputs and `now` give a byte-identical {@link Move}. Both throw
 * `ExecutionProblem` and then nothing of the step holds.
 */
export interface Executor<Program> {
  /** Starts an instance at the none start event, or at what set it off, and runs it until it rests. */
  start(program: Program, input: Variables, now: Instant, at?: Beginning): Promise<Move>;
  /** Gives a trigger to a resting instance and runs it until it rests again. */
  advance(program: Program, state: ExecutionState, trigger: Trigger, now: Instant): Promise<Move>;
}
