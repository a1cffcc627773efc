import { holds, textAt } from '../core/expression.ts';
import { extension } from './extension.ts';
import type { FactOf } from './extension.ts';
import type { Hand } from './hand.ts';
import { choice, days, daysOrFeel, feel, flag, law, named } from './kinds.ts';
import { onAnyElement } from './places.ts';
import { lengthOf } from './term-length.ts';
import { changeTermLength } from './term-change.ts';
import { moveTerm } from './term-moves.ts';

const attributes = {
  term: named('term'),
  act: choice(['start', 'suspend', 'resume', 'interrupt', 'restart', 'extend', 'shorten', 'set', 'end']),
  on: choice(['entered', 'left']),
  ground: law(),
  when: feel().optional(),
  maxDays: days().optional(),
  by: daysOrFeel().optional(),
  to: daysOrFeel().optional(),
  once: flag(),
  reason: feel().optional(),
};

/**
 * `<iter:clock>` on any element: a legal term starts, stops, goes on, gets another length or ends when the element is
 * entered or left.
 */
export const clock = extension(
  {
    name: 'clock',
    on: onAnyElement,
    isRepeatable: true,
    attributes,
  },
  {
    entered: (fact, hand) => (fact.on === 'entered' ? moveClock(fact, hand) : hand),
    left: (fact, hand) => (fact.on === 'left' ? moveClock(fact, hand) : hand),
    // An element that is interrupted is left all the same.
    cancelled: (fact, hand) => (fact.on === 'left' ? moveClock(fact, hand) : hand),
  },
);

type ClockFact = FactOf<typeof attributes>;

function moveClock<Carried>(fact: ClockFact, hand: Hand<Carried>): Hand<Carried> {
  if (!holds(fact.when, hand)) return hand;
  const { by, to, reason, act, ...rest } = fact;
  const move = { ...rest, ground: textAt(fact.ground, hand) };
  if (act !== 'extend' && act !== 'shorten' && act !== 'set') return moveTerm(hand, { ...move, act });
  const length = {
    ...(by === undefined ? {} : { by: lengthOf(by, hand, 1) }),
    ...(to === undefined ? {} : { to: lengthOf(to, hand, 1) }),
    ...(reason === undefined ? {} : { reason: textAt(reason, hand) }),
  };
  return changeTermLength(hand, { ...move, ...length, act });
}
