import { dateAndTime, evaluate, parseDate, parseExpression, parseUnaryTests, unaryTest } from 'feelin';
import type { Warning } from 'feelin';
import { Temporal } from 'temporal-polyfill';
import type { Instant, Json } from '../kernel/types.ts';
import { toJson } from './feel-values.ts';
import type { FeelOutcome } from './feel-values.ts';

export type { FeelOutcome } from './feel-values.ts';

/** The zone of calendar dates and of instants that name none: Italian legal time. */
export const legalZone = 'Europe/Rome';

/** Names to values that an expression can see; besides JSON, FEEL's own dates and durations. */
export type FeelContext = Readonly<Record<string, unknown>>;

/** What is wrong with the text of an expression. */
export interface FeelSyntaxError {
  readonly expression: string;
  /** Where the mistake was noticed, counted from 0. */
  readonly position: number;
  /** One Italian sentence. */
  readonly message: string;
}

/** The expression without the `=` by which Zeebe marks FEEL. */
export function feelText(expression: string): string {
  const text = expression.trim();
  return text.startsWith('=') ? text.slice(1).trim() : text;
}

/**
 * The syntax errors of an expression, at most one; empty when it can be evaluated. Names with spaces are understood
 * only when `context` holds them.
 */
export function parseFeel(expression: string, context: FeelContext = {}): readonly FeelSyntaxError[] {
  const text = feelText(expression);
  return syntaxErrors(text, parseExpression(text, { ...context }, undefined));
}

/** The syntax errors of the unary tests in a decision table's cell. */
export function parseUnary(tests: string, context: FeelContext = {}): readonly FeelSyntaxError[] {
  return syntaxErrors(tests, parseUnaryTests(tests, { ...context }, undefined));
}

/**
 * The value of an expression as JSON, dates and durations in ISO 8601; null where anything in it is unknown or
 * fails. For questions to which "not known" is a fine answer, such as whether a form field is shown.
 *
 * `today()` and `now()` are those of `clock`; without one they are null.
 */
export function evaluateFeel(expression: string, context: FeelContext, clock?: Instant): Json {
  const raw = evaluateRaw(expression, context, clock);
  if (!raw.ok) return null;
  const json = toJson(raw.value.value);
  return json.ok ? json.value : null;
}

/**
 * The value of an expression as JSON, or why it has none: it cannot be parsed, names an unknown variable or
 * function, or an operation in it failed. An answer that is missing inside a known variable is null, as in FEEL.
 */
export function evaluateStrict(expression: string, context: FeelContext, clock?: Instant): FeelOutcome<Json> {
  const raw = evaluateFeelValue(expression, context, clock);
  return raw.ok ? toJson(raw.value) : raw;
}

/** As {@link evaluateStrict}, but keeps FEEL's own dates and durations, for use in further expressions. */
export function evaluateFeelValue(expression: string, context: FeelContext, clock?: Instant): FeelOutcome<unknown> {
  const raw = evaluateRaw(expression, context, clock);
  if (!raw.ok) return raw;
  const failure = raw.value.warnings.find(isFailure);
  return failure ? { ok: false, message: failure.message } : { ok: true, value: raw.value.value };
}

/** Whether a value passes the unary tests of a decision table's cell, where `?` is the value. */
export function testFeel(tests: string, value: unknown, surroundings: FeelSurroundings): FeelOutcome<boolean> {
  const context = withClock({ ...mentionedIn(tests, surroundings.context), '?': value }, surroundings.clock);
  try {
    const outcome = unaryTest(tests, context);
    const failure = outcome.warnings.find(isFailure);
    return failure ? { ok: false, message: failure.message } : { ok: true, value: outcome.value === true };
  } catch (error) {
    return { ok: false, message: sentenceOf(error) };
  }
}

/** What an expression can see and what time it is. */
export interface FeelSurroundings {
  readonly context: FeelContext;
  readonly clock?: Instant | undefined;
}

function evaluateRaw(expression: string, context: FeelContext, clock: Instant | undefined) {
  try {
    const text = feelText(expression);
    return { ok: true, value: evaluate(text, withClock(mentionedIn(text, context), clock)) } as const;
  } catch (error) {
    return { ok: false, message: sentenceOf(error) } as const;
  }
}

// feelin copies the whole context at each evaluation; with sixty form fields that doubles the time (710 instead of
// 390 µs for a short condition). Names that the text cannot mean are left out: their first word is not in it.
function mentionedIn(expression: string, context: FeelContext): FeelContext {
  const names = Object.keys(context).filter((name) => expression.includes(/[\p{L}\p{N}_?]+/u.exec(name)?.[0] ?? name));
  return Object.fromEntries(names.map((name) => [name, context[name]]));
}

// feelin's own today() and now() read the machine's clock, so they are always covered.
function withClock(context: FeelContext, clock: Instant | undefined): Record<string, unknown> {
  if (clock === undefined) return { today: null, now: null, ...context };
  const local = () => Temporal.Instant.from(clock).toZonedDateTimeISO(legalZone);
  return {
    today: () => parseDate(local().toPlainDate().toString()),
    now: () => dateAndTime(`${local().toPlainDateTime().toString()}@${legalZone}`),
    ...context,
  };
}

// A path into something that is not there is an answer not given; everything else that feelin warns of is a failure.
function isFailure(warning: Warning): boolean {
  if (warning.type === 'NO_CONTEXT_ENTRY_FOUND') return false;
  return warning.type !== 'NO_PROPERTY_FOUND' || warning.details.values.target !== null;
}

function syntaxErrors(expression: string, tree: ReturnType<typeof parseExpression>): readonly FeelSyntaxError[] {
  let position: number | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) position ??= node.from;
      return position === undefined;
    },
  });
  if (position === undefined) return [];
  const found = expression.slice(position, position + 20);
  const place = found === '' ? 'alla fine' : `alla posizione ${position + 1}, davanti a «${found}»`;
  return [{ expression, position, message: `L’espressione «${expression}» non è FEEL valido ${place}.` }];
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
