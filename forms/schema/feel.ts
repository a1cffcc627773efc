import { evaluate as evaluateFeel, SyntaxError as FeelSyntaxError } from 'feelin';
import type { Answers, Json } from './document.ts';

/** FEEL as a form needs it: lenient. What cannot be computed is null, so that a half-filled form can be shown. */

const nothing = (): null => null;

const source = (expression: string): string => (expression.startsWith('=') ? expression.slice(1) : expression);

/** Numbers, texts, truth values, lists and contexts survive; dates and durations become their text. */
function toJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object') return null;
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return 'toString' in value ? String(value) : null;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toJson(member)]));
}

/**
 * The value of an expression, with or without the leading `=`; null when a name is unknown or the expression fails.
 * The clock of the machine is out of reach: `now()` and `today()` give null, the day is the variable `today`.
 */
export function evaluate(expression: string, context: Answers): Json {
  try {
    return toJson(evaluateFeel(source(expression), { ...context, now: nothing }).value);
  } catch (error) {
    if (error instanceof FeelSyntaxError) return null;
    throw error;
  }
}

/** True when the expression is there and gives true; everything else, null included, is not true. */
export const isTrue = (expression: string | undefined, context: Answers): boolean =>
  expression !== undefined && expression.trim() !== '' && evaluate(expression, context) === true;

/** What the parser has against an expression, in its own words; undefined when it can be evaluated. */
export function syntaxFault(expression: string): string | undefined {
  try {
    evaluateFeel(source(expression), {});
    return undefined;
  } catch (error) {
    if (error instanceof FeelSyntaxError) return error.message;
    throw error;
  }
}

/** A text with every `{{ expression }}` replaced by its value, and a text that is an expression itself, computed. */
export function interpolate(text: string, context: Answers): string {
  if (text.startsWith('=')) return wording(evaluate(text, context));
  return text.replace(/\{\{(.+?)\}\}/g, (_whole, expression: string) => wording(evaluate(expression, context)));
}

const wording = (value: Json): string =>
  value === null || typeof value === 'object'
    ? ''
    : typeof value === 'number'
      ? value.toLocaleString('it-IT')
      : String(value);
