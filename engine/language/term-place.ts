import { holds, textAt } from '../core/expression.ts';
import type { ExpressionPlace } from '../core/expression.ts';
import { isExpired } from '../core/term/deadline.ts';
import type { Hand } from './hand.ts';
import type { LentTermRule, TermRule } from './term-rule.ts';

/** The place where the expressions of a term are read: that of its declaration. */
export function declaredAt(rule: TermRule | LentTermRule, { elementId, dossier, now }: Hand<unknown>): ExpressionPlace {
  if (!('parameters' in rule)) return { elementId, dossier, now };
  return { elementId, dossier: { variables: { ...dossier.variables, parameters: rule.parameters } }, now };
}

/** Whether the main term has passed and its silence is a consent, by its rule and what is known today. */
export function silenceIsConsent(hand: Hand<unknown>): boolean {
  const main = Object.values(hand.dossier.terms).find((term) => term.main);
  const rule = main && hand.terms[main.termId];
  if (main === undefined || rule?.expiry === undefined || !isExpired(main, hand.day)) return false;
  const place = declaredAt(rule, hand);
  return textAt(rule.expiry, place) === 'consent' && (rule.unless === undefined || !holds(rule.unless, place));
}
