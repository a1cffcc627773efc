import { expect, it } from 'vitest';
import { chainTerm } from '../../../../engine/core/term.ts';
import { dayBefore, latestDeadline } from '../../../../engine/core/term/deadline.ts';
import { fc } from '../../../support/random.ts';
import { begin, beginning, countByDay, day, expected, life, live } from './random-lives.ts';

const earlier = (...days: readonly (string | undefined)[]): string | undefined =>
  days.filter((one) => one !== undefined).sort()[0];

it('ten thousand random lives of a term end on the day found by counting day by day', () => {
  fc.assert(
    fc.property(life, (lifetime) => {
      const lived = live(lifetime);
      const count = expected(lived);
      expect(latestDeadline(lived.term)).toBe(count && day(count.last));
      expect(dayBefore(lived.term, 5)).toBe(count && day(count.nominal - 5));
    }),
    { numRuns: 10_000 },
  );
});

it('a term after another is counted from the day on which that one was over', () => {
  fc.assert(
    fc.property(life, beginning, ({ begun, happenings }, next) => {
      const before = live({ begun, happenings: happenings.filter(({ act }) => act !== 'change') });
      const count = expected(before);
      const ended = before.term.endedOn;
      const from = earlier(count && day(count.last), ended);
      const chained = begin(next);
      const { length } = chained.known;
      const end = from && countByDay({ from, length, unit: next.unit, stops: [] }).last;
      expect(latestDeadline(chainTerm(chained.term, before.term))).toBe(end && day(end));
    }),
    { numRuns: 2_000 },
  );
});
