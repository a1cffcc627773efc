import { textAt } from '../core/expression.ts';
import type { ElementFacts } from './facts.ts';
import { extension } from './extension.ts';
import { choice, choiceOrFeel, daysOrFeel, feel, flag, law, named, text } from './kinds.ts';
import { onProcessOrWait } from './places.ts';
import { moveTerm } from './term-moves.ts';
import type { TermRule } from './term-rule.ts';
import type { Expiry, TermUnit } from '../core/dossier.ts';

const units = ['days', 'working-days', 'eu-days', 'months', 'years'] as const satisfies readonly TermUnit[];

const expiries = ['consent', 'refusal', 'default', 'goes-on'] as const satisfies readonly Expiry[];

/**
 * `<iter:term>`: a legal term, with its length and the article that sets it; or the time to use a remedy, in the words
 * of `remedy`. `after` chains it to another, from whose end it is counted. One on an activity or event runs while the
 * dossier is there. The main term, on the process, runs from the application to the decision; the others on the process
 * are moved by clocks, or begin with a letter that names remedies.
 */
export const term = extension(
  {
    name: 'term',
    on: onProcessOrWait,
    isRepeatable: true,
    attributes: {
      id: text(),
      label: text(),
      days: daysOrFeel(),
      unit: choice(units).optional(),
      from: feel().optional(),
      after: named('term').optional(),
      expiry: choiceOrFeel(expiries).optional(),
      unless: feel().optional(),
      ground: law(),
      main: flag(),
      remedy: text().optional(),
      when: feel().optional(),
    },
  },
  {
    entered: ({ id, ground }, hand) => moveTerm(hand, { term: id, act: 'start', ground: textAt(ground, hand) }),
    left: ({ id, ground }, hand) => moveTerm(hand, { term: id, act: 'end', ground: textAt(ground, hand) }),
    cancelled: ({ id, ground }, hand) => moveTerm(hand, { term: id, act: 'end', ground: textAt(ground, hand) }),
  },
);

/** The terms that a diagram declares. */
export function termRules(drawn: Readonly<Record<string, ElementFacts>>): readonly TermRule[] {
  return Object.values(drawn).flatMap((facts) => term.allOf(facts));
}
