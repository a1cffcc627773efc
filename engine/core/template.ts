import type { Instant, Json } from '../kernel/types.ts';
import { evaluateStrict } from '../rules/feel.ts';
import { dayInWords, romeDay } from './calendar.ts';
import { Problem } from './problem.ts';
import type { Template } from './procedure.ts';

/** A text ready to be sent or drawn up. */
export interface FilledTemplate {
  readonly subject: string;
  readonly body: string;
}

const placeholder = /\{\{(.+?)\}\}/gs;

/** The expressions of a text, in order. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((match) => (match[1] ?? '').trim());
}

/**
 * Subject and body with every `{{ FEEL }}` replaced: days and instants are written out, numbers have Italian separators,
 * true and false are *sì* and *no*, lists are joined by commas, null is nothing.
 *
 * @throws Problem `step.failed` naming template and expression, when one names something unknown, fails, or gives an object
 */
export function fillTemplate(
  template: Template,
  context: Readonly<Record<string, Json>>,
  now?: Instant,
): FilledTemplate {
  const fill = (text: string): string =>
    text.replace(placeholder, (_whole, expression: string) => {
      const outcome = evaluateStrict(expression.trim(), context, now);
      const words = outcome.ok ? inWords(outcome.value) : undefined;
      if (words !== undefined) return words;
      const found = outcome.ok ? 'an object' : outcome.message;
      throw new Problem('step.failed', {
        place: `templates/${template.templateId}.md`,
        expression: expression.trim(),
        found,
      });
    });
  return { subject: fill(template.subject).replace(/\s+/g, ' ').trim(), body: fill(template.body) };
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
