import { daysBetween } from '../core/calendar.ts';
import { holds, textAt, unfit } from '../core/expression.ts';
import { latestDeadline } from '../core/term/deadline.ts';
import { extension } from './extension.ts';
import type { Hand } from './hand.ts';
import { choiceOrFeel, days, daysOrFeel, feel, flag, law, named } from './kinds.ts';
import { onWait } from './places.ts';
import { lengthOf } from './term-length.ts';
import { moveTerm } from './term-moves.ts';
import { linkNamed } from './term-told.ts';

const effects = ['suspend', 'interrupt'] as const;

/**
 * `<iter:hold>` on an activity or event: a term stands still while the dossier is there. It goes on when the element
 * has been left or interrupted, unless it has ended meanwhile; a stop that something else began is left alone. Where
 * nobody has answered `within` the time for it, it goes on from the last day of that, not from the day after on which
 * the timer comes (L. 241/1990, art. 10-bis).
 */
export const hold = extension(
  {
    name: 'hold',
    on: onWait,
    isRepeatable: true,
    attributes: {
      term: named('term'),
      effect: choiceOrFeel(effects),
      ground: law(),
      maxDays: days().optional(),
      once: flag(),
      resumesAfter: daysOrFeel().optional(),
      within: named('term').optional(),
      when: feel().optional(),
    },
  },
  {
    entered: ({ term, effect, ground, maxDays, once, when }, hand) => {
      if (!holds(when, hand)) return hand;
      const act = textAt(effect, hand);
      if (act !== 'suspend' && act !== 'interrupt')
        throw unfit(effect, hand, { found: act, expected: 'suspend or interrupt' });
      return moveTerm(hand, { term, act, ground: textAt(ground, hand), maxDays, once, heldBy: hand.elementId });
    },
    settled: ({ term, ground, resumesAfter, within }, hand) => {
      const held = hand.dossier.terms[linkNamed(hand, term)];
      if (held?.heldBy !== hand.elementId || held.state === 'ended') return hand;
      const act = held.state === 'interrupted' ? 'restart' : 'resume';
      const inDays = sincePassed(within, hand) ?? (resumesAfter === undefined ? 0 : lengthOf(resumesAfter, hand, 0));
      return moveTerm(hand, { term, act, ground: textAt(ground, hand), inDays });
    },
  },
);

/** How many days ago, as a negative number, a term had its last day; undefined while it has not passed. */
function sincePassed(term: string | undefined, { dossier, day }: Hand<unknown>): number | undefined {
  const bound = term === undefined ? undefined : dossier.terms[term];
  const last = bound && latestDeadline(bound);
  return last !== undefined && last < day ? daysBetween(day, last) : undefined;
}
