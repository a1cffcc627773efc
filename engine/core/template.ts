import { escapeMarkdown } from '../../forms/schema/markdown.ts';
import type { Instant, Json } from '../kernel/types.ts';
import { evaluateStrict } from '../rules/feel.ts';
import { dayInWords, romeDay } from './calendar.ts';
import { Problem } from './problem.ts';
import type { Template } from './drawn-procedure.ts';
import { readTemplate } from './template-parts.ts';
import type { TemplatePart } from './template-parts.ts';

/** A text ready to be sent or drawn up. */
export interface FilledTemplate {
  readonly subject: string;
  readonly body: string;
}

/** The expressions of a text, in order. */
export function placeholdersOf(text: string): readonly string[] {
  return readTemplate(text).parts.flatMap(expressionsIn);
}

function expressionsIn(part: TemplatePart): readonly string[] {
  if (part.type === 'text') return [];
  if (part.type === 'value') return [part.expression];
  return [part.expression, ...part.met.flatMap(expressionsIn), ...part.unmet.flatMap(expressionsIn)];
}

/**
 * Subject and body with every `{{ FEEL }}` replaced and every condition decided: days and instants are written out,
 * numbers
 * have Italian separators, true and false are *sì* and *no*, lists are joined by commas, null is nothing.
 *
 * This is the one place where texts take values in. The body is Markdown, so every value is escaped there: what people
 * wrote
 * is shown as they wrote it, with its line breaks, and never becomes a heading, a list, emphasis or a link. The subject
 * is
 * one line of plain text: it ends up in the head of mails, so it holds no line breaks and no signs that are not seen.
 *
 * @throws Problem `step.failed` naming template and expression, when one names something unknown, fails, or gives an
 * object,
 * and when a condition is neither true nor false, or not closed
 */
export function fillTemplate(
  template: Template,
  context: Readonly<Record<string, Json>>,
  now?: Instant,
): FilledTemplate {
  const filling = { file: `templates/${template.templateId}.md`, context, now };
  return {
    subject: oneLine(fill(template.subject, { ...filling, shown: (words) => words })),
    body: fill(template.body, { ...filling, shown: escapeMarkdown }),
  };
}

interface Filling {
  readonly file: string;
  readonly context: Readonly<Record<string, Json>>;
  readonly now: Instant | undefined;
  /** How a value in words stands in the text. */
  readonly shown: (words: string) => string;
}

function fill(text: string, filling: Filling): string {
  const { parts, fault } = readTemplate(text);
  if (fault !== undefined) throw unfit(fault, filling, 'a condition that is not closed');
  const filled = (part: TemplatePart): string => {
    if (part.type === 'text') return part.text;
    const value = valueOf(part.expression, filling);
    if (part.type === 'condition') return chosen(part, value, filling).map(filled).join('');
    const words = inWords(value);
    if (words === undefined) throw unfit(part.expression, filling, 'an object');
    return filling.shown(words);
  };
  return parts.map(filled).join('');
}

function valueOf(expression: string, filling: Filling): Json {
  const outcome = evaluateStrict(expression, filling.context, filling.now);
  if (outcome.ok) return outcome.value;
  throw unfit(expression, filling, outcome.message);
}

function chosen(
  { expression, met, unmet }: Extract<TemplatePart, { type: 'condition' }>,
  value: Json,
  filling: Filling,
): readonly TemplatePart[] {
  if (typeof value === 'boolean') return value ? met : unmet;
  throw unfit(expression, filling, `${JSON.stringify(value)}, not true or false`);
}

function unfit(expression: string, { file }: Filling, found: string): Problem {
  return new Problem('step.failed', { place: file, expression, found });
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
