import { feelOver, parseFeel, readPattern } from '../../engine/rules/feel.ts';
import type { Answers, Json } from './document.ts';
import { escapeMarkdown } from './markdown.ts';

/** FEEL as a form needs it: lenient. What cannot be computed is null, so that a half-filled form can be shown. */

type Evaluator = (expression: string) => Json;

// Contexts are values that nobody changes: what is known of their names is kept as long as they are.
const evaluators = new WeakMap<Answers, Evaluator>();

function evaluatorOf(context: Answers): Evaluator {
  const before = evaluators.get(context);
  if (before) return before;
  const made = feelOver(context);
  evaluators.set(context, made);
  return made;
}

/**
 * The value of an expression, with or without the leading `=`; null when a name is unknown or the expression fails.
 * The clock of the machine is out of reach: `now()` and `today()` give null, the day is the variable `today`.
 */
export const evaluate = (expression: string, context: Answers): Json => evaluatorOf(context)(expression);

/** True when the expression is there and gives true; everything else, null included, is not true. */
export const isTrue = (expression: string | undefined, context: Answers): boolean =>
  expression !== undefined && expression.trim() !== '' && evaluate(expression, context) === true;

/** What the parser has against an expression, in one Italian sentence; undefined when it can be evaluated. */
export const syntaxFault = (expression: string): string | undefined => parseFeel(expression)[0]?.message;

/**
 * A regular expression that ends in time on every text; undefined when it is not well written, or asks for what no such
 * engine has: references to groups, looks ahead or behind.
 */
export const regularExpression = (pattern: string) => readPattern(pattern);

/**
 * A text in Markdown with every `{{ expression }}` replaced by its value, and a text that is an expression itself,
 * computed.
 * What people wrote is shown as they wrote it: no value becomes a heading, a list, emphasis or a link.
 * @param mark what is put around values, for whoever shows them apart
 */
export function interpolate(text: string, context: Answers, mark = (value: string): string => value): string {
  const valueOf = (expression: string): string => mark(escapeMarkdown(wording(evaluate(expression, context))));
  if (text.startsWith('=')) return valueOf(text);
  return text.replace(/\{\{(.+?)\}\}/g, (_whole, expression: string) => valueOf(expression));
}

const wording = (value: Json): string =>
  value === null || typeof value === 'object'
    ? ''
    : typeof value === 'number'
      ? value.toLocaleString('it-IT')
      : String(value);
