import { advance, start, startAt } from '../running/advance.ts';
import type { Program } from '../program.ts';
import { ExecutionProblem } from '../types.ts';
import type { ExecutionState, Instant, Move, Trigger } from '../types.ts';
import { choicesVariable } from './skeleton.ts';

/** What the conditions met in a step are taken to be, by the id of their flow or gateway. */
export type Choices = Readonly<Record<string, boolean>>;

/** One step of a counter-example: how the instance begins, or what is said to it and at which element. */
export type PlayStep =
  | { readonly type: 'start'; readonly elementId?: string; readonly part?: number; readonly choices: Choices }
  | { readonly type: 'trigger'; readonly trigger: Trigger; readonly elementId: string; readonly choices: Choices };

/** The instant at which counter-examples are played. */
export const playedAt: Instant = '2026-01-01T00:00:00.000Z';

/**
 * Plays the steps of a counter-example on the skeleton of its process.
 * @throws ExecutionProblem `step.stuck` at the last step of a deadlock, `step.endless` at that of an endless loop
 */
export function playSteps(skeleton: Program, steps: readonly PlayStep[]): Move | undefined {
  let move: Move | undefined;
  for (const step of steps) move = takeStep(skeleton, move?.state, step);
  return move;
}

/** Takes one step of a play. */
export function takeStep(skeleton: Program, state: ExecutionState | undefined, step: PlayStep): Move {
  const variables = { [choicesVariable]: step.choices };
  if (step.type === 'start') {
    if (step.elementId === undefined) return start(skeleton, variables, playedAt);
    return startAt(skeleton, step.elementId, { variables, now: playedAt, ...(step.part && { part: step.part }) });
  }
  const chosen = advance(skeleton, state ?? {}, { type: 'variables', variables }, playedAt);
  return advance(skeleton, chosen.state, step.trigger, playedAt);
}

/** How a step can come out: to a move, or to the problem that ends it. */
export interface Outcome {
  readonly step: PlayStep;
  readonly move?: Move;
  readonly problem?: ExecutionProblem;
}

/** All ways in which a step can come out, over all choices of the conditions that are met in it, up to a number. */
export function outcomesOf(skeleton: Program, state: ExecutionState | undefined, step: PlayStep): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const open: PlayStep[] = [step];
  for (let next = open.pop(); next !== undefined && outcomes.length < mostOutcomes; next = open.pop()) {
    const outcome = tryStep(skeleton, state, next);
    const asked = askedIn(outcome);
    if (asked === undefined || next.choices[asked] !== undefined) outcomes.push(outcome);
    else for (const value of [false, true]) open.push({ ...next, choices: { ...next.choices, [asked]: value } });
  }
  return outcomes;
}

const mostOutcomes = 256;

// The only expressions of a skeleton are choices: one that has no value is one that has not been made.
function askedIn({ problem }: Outcome): string | undefined {
  return problem?.code.startsWith('feel.') === true ? problem.elementId : undefined;
}

function tryStep(skeleton: Program, state: ExecutionState | undefined, step: PlayStep): Outcome {
  try {
    return { step, move: takeStep(skeleton, state, step) };
  } catch (error) {
    if (!(error instanceof ExecutionProblem)) throw error;
    return { step, problem: error };
  }
}
