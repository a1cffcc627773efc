import type { FeelFailure } from '../findings/feel-failure.ts';
import type { Json } from '../kernel/types.ts';
import { evaluateStrict } from '../rules/feel.ts';
import type { Dossier } from './dossier.ts';
import { Problem } from './problem.ts';

/** Where an expression stands and what it can see. */
export interface ExpressionPlace {
  readonly elementId: string;
  readonly dossier: Pick<Dossier, 'variables'>;
  readonly now: string;
}

/**
 * The value of a FEEL expression of the dialect.
 *
 * @throws Problem `step.failed` naming element and expression
 */
export function valueOf(expression: string, place: ExpressionPlace): Json {
  const outcome = evaluateStrict(expression, place.dossier.variables, place.now);
  if (outcome.ok) return outcome.value;
  throw unfit(expression, place, { failure: outcome.failure });
}

/** Whether a condition of the dialect holds; an absent one does, null does not. */
export function holds(condition: string | undefined, place: ExpressionPlace): boolean {
  if (condition === undefined) return true;
  const value = valueOf(condition, place);
  if (value === true || value === false || value === null) return value === true;
  throw unfit(condition, place, { found: JSON.stringify(value), expected: 'true or false' });
}

/** A literal text, or the text that the FEEL expression behind the `=` gives. */
export function textAt(text: string, place: ExpressionPlace): string {
  if (!text.startsWith('=')) return text;
  const value = valueOf(text, place);
  if (typeof value === 'string' && value !== '') return value;
  throw unfit(text, place, { found: JSON.stringify(value), expected: 'a text' });
}

/** What an expression gave, and what it should have given. */
export type Misfit = { readonly found: string; readonly expected?: string } | { readonly failure: FeelFailure };

/** The problem of an expression whose value does not fit. */
export function unfit(expression: string, { elementId }: ExpressionPlace, misfit: Misfit): Problem {
  return new Problem('step.failed', { elementId, expression, ...misfit });
}
