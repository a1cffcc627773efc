import type { Wanted } from '../../findings/running-failure.ts';
import { evaluateFeel, evaluateStrict, feelText } from '../../rules/feel.ts';
import { beginCycle } from '../time/cycle.ts';
import type { Cycle } from '../time/cycle.ts';
import { addDuration, readInstant } from '../time/instants.ts';
import { ExecutionProblem } from '../types.ts';
import type { Instant, Json, Variables } from '../types.ts';

/** Where an expression stands and what it can see. */
export interface Place {
  readonly elementId: string;
  readonly variables: Variables;
  readonly now: Instant;
}

/**
 * The value of FEEL on an element.
 * @throws ExecutionProblem `feel.evaluation-failed`
 */
export function evaluateAt(expression: string, place: Place): Json {
  const outcome = evaluateStrict(expression, place.variables, place.now);
  if (outcome.ok) return outcome.value;
  const params = { elementId: place.elementId, expression: feelText(expression), failure: outcome.failure };
  throw new ExecutionProblem({ code: 'feel.evaluation-failed', params });
}

/** The value of a text that is FEEL when it starts with `=` and stands for itself otherwise. */
export function valueAt(text: string, place: Place): Json {
  return text.startsWith('=') ? evaluateAt(text, place) : text;
}

/**
 * Whether a condition holds.
 * @throws ExecutionProblem `feel.not-boolean` when it is neither true nor false, null included
 */
export function conditionAt(expression: string, place: Place): boolean {
  const value = evaluateAt(expression, place);
  if (typeof value === 'boolean') return value;
  throw wrongType('feel.not-boolean', { text: expression, value, wanted: 'truth' }, place);
}

/**
 * A text, such as an assignee or a correlation key; a number is written out.
 * @throws ExecutionProblem `feel.wrong-type` when it is anything else, null included
 */
export function textAt(text: string, place: Place): string {
  const value = valueAt(text, place);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw wrongType('feel.wrong-type', { text, value, wanted: 'text' }, place);
}

/**
 * A list of texts: a FEEL list, or a literal with commas.
 * @throws ExecutionProblem `feel.wrong-type` when it is neither a text nor a list of texts
 */
export function textsAt(text: string, place: Place): readonly string[] {
  const value = valueAt(text, place);
  if (typeof value === 'string') return splitTexts(value);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw wrongType('feel.wrong-type', { text, value, wanted: 'texts' }, place);
}

/**
 * The instant of a date, in ISO 8601 or FEEL.
 * @throws ExecutionProblem `feel.wrong-type` when it names no instant
 */
export function instantAt(text: string, place: Place): Instant {
  const value = valueAt(text, place);
  const instant = typeof value === 'string' ? readInstant(value) : undefined;
  if (instant !== undefined) return instant;
  throw wrongType('feel.wrong-type', { text, value, wanted: 'instant' }, place);
}

/**
 * The instant after a duration, in ISO 8601 or FEEL, counted from now.
 * @throws ExecutionProblem `feel.wrong-type` when it is no duration
 */
export function instantAfter(text: string, place: Place): Instant {
  const value = valueAt(text, place);
  const instant = typeof value === 'string' ? addDuration(place.now, value) : undefined;
  if (instant !== undefined) return instant;
  throw wrongType('feel.wrong-type', { text, value, wanted: 'duration' }, place);
}

/**
 * The cycle of a text or FEEL, beginning now.
 * @throws ExecutionProblem `feel.wrong-type` when it is no cycle
 */
export function cycleAt(text: string, place: Place): Cycle {
  const value = valueAt(text, place);
  const cycle = typeof value === 'string' ? beginCycle(value, place.now) : undefined;
  if (cycle !== undefined) return cycle;
  throw wrongType('feel.wrong-type', { text, value, wanted: 'cycle' }, place);
}

/** The value of FEEL, null where anything in it is unknown: for conditions that wait until something is known. */
export function evaluateLeniently(expression: string, { variables, now }: Place): Json {
  return evaluateFeel(expression, variables, now);
}

/**
 * A number of passes or instances: a whole number from 0 on.
 * @throws ExecutionProblem `feel.wrong-type` when it is anything else
 */
export function countAt(text: string, place: Place): number {
  const value = valueAt(text, place);
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
  throw wrongType('feel.wrong-type', { text, value, wanted: 'count' }, place);
}

/**
 * A list, whatever its items.
 * @throws ExecutionProblem `feel.wrong-type` when it is anything else
 */
export function listAt(text: string, place: Place): readonly Json[] {
  const value = evaluateAt(text, place);
  if (isList(value)) return value;
  throw wrongType('feel.wrong-type', { text, value, wanted: 'list' }, place);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function splitTexts(list: string): readonly string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** What an expression gave and what its place needs. */
export interface Mismatch {
  readonly text: string;
  readonly value: Json;
  readonly wanted: Wanted;
}

/** The problem of an expression that gives something else than its place needs. */
export function wrongType(
  code: 'feel.not-boolean' | 'feel.wrong-type',
  { text, value, wanted }: Mismatch,
  { elementId }: Place,
): ExecutionProblem {
  const params = { elementId, expression: feelText(text), value: JSON.stringify(value), wanted };
  return new ExecutionProblem({ code, params });
}
