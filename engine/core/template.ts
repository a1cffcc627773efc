import { escapeMarkdown, withoutEmptyEmphasis } from '../../forms/schema/markdown.ts';
import type { Instant, Json } from '../kernel/types.ts';
import { evaluateStrict, readFeelers } from '../rules/feel.ts';
import type { TextPart } from '../rules/feel.ts';
import { dayInWords, romeDay } from './calendar.ts';
import type { Misfit } from './expression.ts';
import { Problem } from './problem.ts';
import type { Template } from './drawn-procedure.ts';

/** A text ready to be sent or drawn up. */
export interface FilledTemplate {
  readonly subject: string;
  readonly body: string;
}

/** How many items the loops of one text go through at most, those of inner loops counted each time. */
const mostRounds = 10_000;

/**
 * The expressions of a text, in order. One inside a loop is written as a FEEL `for` over the list, so that whoever
 * checks its names knows `this`.
 */
export function placeholdersOf(text: string): readonly string[] {
  return readFeelers(text).parts.flatMap(expressionsIn);
}

function expressionsIn(part: TextPart): readonly string[] {
  if (part.type === 'text') return [];
  if (part.type === 'value') return [part.expression];
  if (part.type === 'condition') return [part.expression, ...[...part.met, ...part.unmet].flatMap(expressionsIn)];
  const each = part.each.flatMap(expressionsIn).map((inner) => `for this in (${part.expression}) return (${inner})`);
  return [part.expression, ...each];
}

/**
 * Subject and body with every `{{ FEEL }}` replaced, every condition decided and every loop written out: days and
 * instants are written out, numbers have Italian separators, true and false are *sì* and *no*, lists are joined by
 * commas, null is nothing. A loop over null shows nothing.
 *
 * This is the one place where texts take values in. The body is Markdown, so every value is escaped there: what people
 * wrote is shown as they wrote it, with its line breaks, and never becomes a heading, a list, emphasis or a link. The
 * subject is one line of plain text: it ends up in the head of mails, so it holds no line breaks and no signs that are
 * not seen.
 *
 * @throws Problem `step.failed` naming template and expression, when one names something unknown, fails, or gives an
 * object, when a condition is neither true nor false, a loop has no list or more than 10,000 rounds, and when a block
 * is not closed
 */
export function fillTemplate(
  template: Template,
  context: Readonly<Record<string, Json>>,
  now?: Instant,
): FilledTemplate {
  const filling = { file: `templates/${template.templateId}.md`, context, now, rounds: { left: mostRounds } };
  return {
    subject: oneLine(fill(template.subject, { ...filling, shown: (words) => words })),
    body: withoutEmptyEmphasis(fill(template.body, { ...filling, shown: escapeMarkdown })),
  };
}

interface Filling {
  readonly file: string;
  readonly context: Readonly<Record<string, Json>>;
  readonly now: Instant | undefined;
  /** Counts down over the whole text. */
  readonly rounds: { left: number };
  /** How a value in words stands in the text. */
  readonly shown: (words: string) => string;
}

function fill(text: string, filling: Filling): string {
  const { parts, fault } = readFeelers(text);
  if (fault !== undefined) throw unfit(fault, filling, { found: 'a block that is not closed' });
  return written(parts, filling);
}

function written(parts: readonly TextPart[], filling: Filling): string {
  return parts.map((part) => writtenOut(part, filling)).join('');
}

function writtenOut(part: TextPart, filling: Filling): string {
  if (part.type === 'text') return part.text;
  const value = valueOf(part.expression, filling);
  if (part.type === 'condition') return written(chosen(part, value, filling), filling);
  if (part.type === 'loop') return repeated(part, value, filling);
  const words = inWords(value);
  if (words === undefined) throw unfit(part.expression, filling, { found: 'an object' });
  return filling.shown(words);
}

function valueOf(expression: string, filling: Filling): Json {
  const outcome = evaluateStrict(expression, filling.context, filling.now);
  if (outcome.ok) return outcome.value;
  throw unfit(expression, filling, { failure: outcome.failure });
}

function chosen(
  { expression, met, unmet }: Extract<TextPart, { type: 'condition' }>,
  value: Json,
  filling: Filling,
): readonly TextPart[] {
  if (typeof value === 'boolean') return value ? met : unmet;
  throw unfit(expression, filling, { found: `${JSON.stringify(value)}, not true or false` });
}

function repeated({ expression, each }: Extract<TextPart, { type: 'loop' }>, value: Json, filling: Filling): string {
  if (value !== null && !Array.isArray(value))
    throw unfit(expression, filling, { found: `${JSON.stringify(value)}, not a list` });
  const items: readonly Json[] = value ?? [];
  filling.rounds.left -= items.length;
  if (filling.rounds.left < 0) throw unfit(expression, filling, { found: `more than ${mostRounds} rounds` });
  return items.map((item) => written(each, { ...filling, context: { ...filling.context, this: item } })).join('');
}

function unfit(expression: string, { file }: Filling, misfit: Misfit): Problem {
  return new Problem('step.failed', { place: file, expression, ...misfit });
}

/** Line breaks, control characters and marks of direction are blanks in a subject. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A value as a text shows it: see `fillTemplate`; undefined for an object. */
export function inWords(value: Json): string | undefined {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'number') return value.toLocaleString('it-IT');
  if (typeof value === 'string') return textInWords(value);
  if (!Array.isArray(value)) return undefined;
  const items: readonly Json[] = value;
  const words = items.map(inWords);
  return words.includes(undefined) ? undefined : words.join(', ');
}

function textInWords(text: string): string {
  if (calendarDay.test(text)) return dayInWords(text);
  return instant.test(text) ? dayInWords(romeDay(text)) : text;
}
