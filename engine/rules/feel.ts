import { feelFailure, type FeelFailure } from '../findings/feel-failure.ts';
import type { Instant, Json } from '../kernel/types.ts';
import { newRun, spendOn } from './feel/budget.ts';
import { cellFor, expressionFor, expressionsOver } from './feel/cache.ts';
import { notReadable } from './feel/compile.ts';
import type { Compiled, FeelSyntaxError } from './feel/compile.ts';
import type { Evaluate } from './feel/scope.ts';
import { slipsIn, slipsInTests } from './feel/slips.ts';
import { feelText } from './feel/written.ts';
import type { FeelRecord, FeelValue } from './feel/value.ts';
import { toJson } from './json.ts';
import type { FeelOutcome } from './json.ts';

export { legalZone } from './feel/builtins/temporal.ts';
export type { FeelSyntaxError } from './feel/compile.ts';
export { placeholdersIn, readFeelers } from './feel/feelers.ts';
export type { TextPart } from './feel/feelers.ts';
export { namesUsed, namesUsedInTests } from './feel/names-used.ts';
export type { NameUse } from './feel/names-used.ts';
export { readPattern } from './feel/pattern.ts';
export { feelText } from './feel/written.ts';
export type { FeelOutcome } from './json.ts';

/** Names to values that an expression can see; besides JSON, FEEL's own dates and durations. */
export type FeelContext = Readonly<Record<string, unknown>>;

/** What an expression can see and what time it is. */
export interface FeelSurroundings {
  readonly context: FeelContext;
  readonly clock?: Instant | undefined;
}

/**
 * What is wrong with how an expression is written, at most one mistake: a syntax error, or what the grammar accepts and
 * nobody means (`==`, two names side by side). Names with signs, spaces or keywords in them are understood only when
 * `context` holds them.
 */
export function parseFeel(expression: string, context: FeelContext = {}): readonly FeelSyntaxError[] {
  const text = feelText(expression);
  const compiled = expressionFor(text, context);
  return 'error' in compiled ? [compiled.error] : slipsIn(text, context);
}

/** The same for the unary tests in a decision table's cell. */
export function parseUnary(tests: string, context: FeelContext = {}): readonly FeelSyntaxError[] {
  const compiled = cellFor(tests, context);
  return 'error' in compiled ? [compiled.error] : slipsInTests(tests, context);
}

/**
 * The value of an expression as JSON, dates and durations in ISO 8601; null where anything in it is unknown or
 * fails. For questions to which "not known" is a fine answer, such as whether a form field is shown.
 *
 * `today()` and `now()` are those of `clock`; without one they are null.
 */
export function evaluateFeel(expression: string, context: FeelContext, clock?: Instant): Json {
  return leniently(evaluateRaw(expression, context, clock));
}

/**
 * `evaluateFeel` for many expressions over one context, which may not change meanwhile: its names are looked through
 * once and not for each expression.
 */
export function feelOver(context: FeelContext, clock?: Instant): (expression: string) => Json {
  const compiledFor = expressionsOver(context);
  return (expression) => leniently(runOver(compiledFor(feelText(expression)), context, clock));
}

function leniently(raw: FeelOutcome<Raw>): Json {
  if (!raw.ok) return null;
  const json = toJson(raw.value.value);
  return json.ok ? json.value : null;
}

/**
 * The value of an expression as JSON, or why it has none: it cannot be parsed, names an unknown
 * variable or function, or an operation in it failed. An answer that is missing inside a known variable is null, as in
 * FEEL, and so is what is asked of null.
 */
export function evaluateStrict(expression: string, context: FeelContext, clock?: Instant): FeelOutcome<Json> {
  const raw = evaluateRaw(expression, context, clock);
  if (!raw.ok) return raw;
  const [failure] = raw.value.failures;
  return failure === undefined ? toJson(raw.value.value) : { ok: false, failure };
}

interface Raw {
  readonly value: FeelValue;
  readonly failures: readonly FeelFailure[];
}

function evaluateRaw(expression: string, context: FeelContext, clock: Instant | undefined): FeelOutcome<Raw> {
  return runOver(expressionFor(feelText(expression), context), context, clock);
}

function runOver(compiled: Compiled<Evaluate>, context: FeelContext, clock: Instant | undefined): FeelOutcome<Raw> {
  if ('error' in compiled) return { ok: false, failure: notReadable(compiled.error) };
  const run = newRun(clock);
  try {
    const value = compiled.run({ names: namesOf(context), outer: undefined, run });
    spendOn(run, value);
    return { ok: true, value: { value, failures: run.failures } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, failure: feelFailure('too-much') };
  }
}

/** A context as the names of a scope. What it holds is JSON or made by FEEL; undefined counts as null. */
export function namesOf(context: FeelContext): FeelRecord {
  // The border: callers hand in parsed JSON, whose type says no more than `unknown`.
  return context as FeelRecord;
}
