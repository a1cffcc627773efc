import { feelOver, parseFeel, placeholdersIn, readFeelers, readPattern } from '../../engine/rules/feel.ts';
import type { TextPart } from '../../engine/rules/feel.ts';
import type { Answers, Json } from './document.ts';
import { escapeMarkdown, withoutEmptyEmphasis } from './markdown.ts';

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

/** What the parser has against an expression; undefined when it can be evaluated. */
export const syntaxFault = (expression: string) => parseFeel(expression)[0]?.fault;

/** The mark of a condition or loop in a text that is not closed or not opened; undefined when all are. */
export const blockFault = (text: string): string | undefined => readFeelers(text).fault;

/** The expressions in the marks of a text, in order. */
export const expressionsIn = (text: string): readonly string[] =>
  placeholdersIn(text).map(({ expression }) => expression);

/**
 * A regular expression that ends in time on every text; undefined when it is not well written, or asks for what no such
 * engine has: references to groups, looks ahead or behind.
 */
export const regularExpression = (pattern: string) => readPattern(pattern);

/**
 * A text in Markdown with every `{{ expression }}` replaced by its value, its conditions and loops written out; a text
 * that is an expression itself is computed. What people wrote is shown as they wrote it: no value becomes a heading, a
 * list, emphasis or a link. A text whose blocks are not closed is shown as it stands.
 * @param mark what is put around values, for whoever shows them apart
 */
export function interpolate(text: string, context: Answers, mark = (value: string): string => value): string {
  const shown = (value: Json): string => mark(escapeMarkdown(wording(value)));
  if (text.startsWith('=')) return shown(evaluate(text, context));
  const { parts, fault } = partsOf(text);
  return fault === undefined ? withoutEmptyEmphasis(writtenOut(parts, { context, shown })) : text;
}

/** The same of a text that is no Markdown: a label, a hint, a sentence of a card. */
export function inPlainWords(text: string, context: Answers): string {
  const { parts, fault } = partsOf(text);
  return fault === undefined ? writtenOut(parts, { context, shown: wording }) : text;
}

interface Writing {
  readonly context: Answers;
  readonly shown: (value: Json) => string;
}

function writtenOut(parts: readonly TextPart[], writing: Writing): string {
  return parts.map((part) => partWritten(part, writing)).join('');
}

function partWritten(part: TextPart, { context, shown }: Writing): string {
  if (part.type === 'text') return part.text;
  const value = evaluate(part.expression, context);
  if (part.type === 'value') return shown(value);
  if (part.type === 'condition') return writtenOut(value === true ? part.met : part.unmet, { context, shown });
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  return items.map((item) => writtenOut(part.each, { context: { ...context, this: item }, shown })).join('');
}

// The texts of a form are few and are written out at each keystroke; the bound is for the builder.
const readings = new Map<string, ReturnType<typeof readFeelers>>();

function partsOf(text: string): ReturnType<typeof readFeelers> {
  const before = readings.get(text);
  if (before !== undefined) return before;
  if (readings.size >= 1000) readings.clear();
  const reading = readFeelers(text);
  readings.set(text, reading);
  return reading;
}

const wording = (value: Json): string =>
  value === null || typeof value === 'object'
    ? ''
    : typeof value === 'number'
      ? value.toLocaleString('it-IT')
      : String(value);
