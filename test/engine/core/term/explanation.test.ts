import { expect, it } from 'vitest';
import type { Term } from '../../../../engine/core/dossier.ts';
import {
  chainTerm,
  changeLength,
  endTerm,
  interruptTerm,
  resumeTerm,
  startTerm,
  suspendTerm,
} from '../../../../engine/core/term.ts';
import { latestDeadline } from '../../../../engine/core/term/deadline.ts';
import { explanation } from '../../../../engine/core/term/explanation.ts';
import type { TermStep } from '../../../../engine/core/term/explanation.ts';
import { fc } from '../../../support/random.ts';
import { begin, beginning, countByDay, day, life, live, number } from './random-lives.ts';

const stop = { ground: 'L. 241/1990, art. 2 c. 7', maxDays: 30 };
const ground = 'L. 241/1990, art. 2 c. 2';

const thirtyDays = (on = '2026-03-02'): Term =>
  startTerm({ termId: 't', label: 'Risposta', ground, main: true, days: 30 }, on);

const told = (term: Term) => explanation(term).map(({ code, endOn }) => [code, endOn]);

it('a term is its length from the day on which it began', () => {
  expect(explanation(thirtyDays())).toEqual([
    { code: 'begun', params: { length: 30, unit: 'days', on: '2026-03-02' }, ground, endOn: '2026-04-01' },
  ]);
});

it('a stop adds its days under its own article', () => {
  const stopped = resumeTerm(suspendTerm(thirtyDays(), '2026-03-06', stop), '2026-03-12');
  expect(explanation(stopped)[1]).toEqual({
    code: 'stopped',
    params: { fromOn: '2026-03-06', toOn: '2026-03-12', days: 6 },
    ground: stop.ground,
    endOn: '2026-04-07',
  });
});

it('the last day moves off each holiday in turn', () => {
  // 5 April 2026 is Easter.
  expect(explanation(thirtyDays('2026-03-06')).at(-1)).toEqual({
    code: 'moved',
    params: {
      off: [
        { on: '2026-04-05', why: 'sunday' },
        { on: '2026-04-06', why: 'holiday', name: 'Lunedì dell’Angelo' },
      ],
      to: '2026-04-07',
    },
    ground: 'Codice civile, art. 2963 c. 3',
    endOn: '2026-04-07',
  });
});

it('a stop that lasts is taken to last as long as it may', () => {
  expect(told(suspendTerm(thirtyDays(), '2026-03-06', stop))).toEqual([
    ['begun', '2026-04-01'],
    ['stopped-at-most', '2026-05-01'],
    ['moved', '2026-05-02'],
  ]);
});

it('a stop without a bound leaves the last day unknown', () => {
  expect(told(suspendTerm(thirtyDays(), '2026-03-06', { ground }))).toEqual([
    ['begun', '2026-04-01'],
    ['stopped-still', undefined],
  ]);
});

it('a stop on the last day is told after the length', () => {
  const stopped = resumeTerm(suspendTerm(thirtyDays(), '2026-04-01', stop), '2026-04-10');
  expect(told(stopped)).toEqual([
    ['begun', '2026-04-01'],
    ['stopped', '2026-04-10'],
  ]);
});

it('a stop after the last day is told as in vain', () => {
  const stopped = resumeTerm(suspendTerm(thirtyDays(), '2026-04-02', stop), '2026-04-10');
  expect(told(stopped)).toEqual([
    ['begun', '2026-04-01'],
    ['stopped-in-vain', undefined],
  ]);
});

it('an extension is told with its reason and the length before', () => {
  const change = { on: '2026-03-20', act: 'extend', to: 45, ground, reason: 'Troppi documenti' } as const;
  expect(explanation(changeLength(thirtyDays(), change))).toEqual([
    { code: 'begun', params: { length: 30, unit: 'days', on: '2026-03-02' }, ground, endOn: '2026-04-01' },
    {
      code: 'changed',
      params: { act: 'extend', from: 30, to: 45, unit: 'days', on: '2026-03-20', reason: 'Troppi documenti' },
      ground,
      endOn: '2026-04-16',
    },
  ]);
});

it('days that the law takes out are told with that law', () => {
  expect(told(thirtyDays('2020-02-10'))).toEqual([
    ['begun', '2020-03-11'],
    ['window', '2020-06-02'],
    ['moved', '2020-06-03'],
  ]);
});

it('a term of EU law holds two working days, which is told', () => {
  const eu = startTerm({ termId: 't', label: 'T', ground, main: true, days: 3, unit: 'eu-days' }, '2026-04-03');
  expect(told(eu)).toEqual([
    ['begun', '2026-04-06'],
    ['two-working-days', '2026-04-08'],
  ]);
});

it('an interrupted term is counted anew, which is told', () => {
  expect(told(interruptTerm(thirtyDays(), '2026-03-06'))).toEqual([
    ['begun', undefined],
    ['interrupted', undefined],
  ]);
});

it('a term after another names it and the day on which it is over', () => {
  const act = startTerm({ termId: 'atto', label: 'Atto', ground, main: false, days: 15 }, '2026-03-02');
  expect(explanation(chainTerm(act, thirtyDays()))[0]).toEqual({
    code: 'begun-after',
    params: { length: 15, unit: 'days', after: { termId: 't', label: 'Risposta' }, on: '2026-04-01' },
    ground,
    endOn: '2026-04-16',
  });
});

it('a term after one that stands still has no day yet', () => {
  const act = startTerm({ termId: 'atto', label: 'Atto', ground, main: false, days: 15 }, '2026-03-02');
  expect(told(chainTerm(act, suspendTerm(thirtyDays(), '2026-03-06', { ground })))).toEqual([
    ['begun-after', undefined],
  ]);
});

it('the end of a term is told last', () => {
  expect(told(endTerm(thirtyDays(), '2026-03-20')).at(-1)).toEqual(['ended', undefined]);
});

type Stopped = Extract<TermStep, { code: 'stopped' | 'stopped-at-most' }>;
const isStop = (step: TermStep): step is Stopped => step.code === 'stopped' || step.code === 'stopped-at-most';

/** The length that the steps give: the one that a term began with, as it was changed. */
const lengthTold = (steps: readonly TermStep[]): number | undefined =>
  steps.reduce<number | undefined>((length, { code, params }) => {
    if (code === 'begun' || code === 'begun-after') return params.length;
    return code === 'changed' && params.from === length ? params.to : length;
  }, undefined);

it('of random lives the steps alone, counted day by day, give the last day', () => {
  fc.assert(
    fc.property(life, (lifetime) => {
      const { term } = live(lifetime);
      const steps = explanation(term);
      const last = latestDeadline(term);
      const ends = steps.flatMap(({ code, endOn }) => (code === 'ended' ? [] : [endOn]));
      expect(lengthTold(steps)).toBe(term.days);
      if (last === undefined) return;
      const stops = steps
        .filter(isStop)
        .map(({ params }) => ({ from: number(params.fromOn), to: number(params.toOn) }));
      const count = countByDay({ from: term.startedOn, length: term.days, unit: term.unit ?? 'days', stops });
      expect(last).toBe(day(count.last));
      expect(ends.findLast((endOn) => endOn !== undefined)).toBe(last);
    }),
    { numRuns: 3_000 },
  );
});

it('a stop before the last day and the holidays add up to the last day', () => {
  const stops = fc.record({
    begun: beginning,
    after: fc.integer({ min: 0, max: 80 }),
    lasts: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(stops, ({ begun, after, lasts }) => {
      const start = number(begun.start) + 365 * 2;
      const { term } = begin({ start: day(start), unit: 'days', length: begun.length + 1 });
      const from = start + (after % term.days);
      const stopped = resumeTerm(suspendTerm(term, day(from), { ground }), day(from + lasts));
      const added = explanation(stopped).map((step) => {
        if (step.code === 'begun') return step.params.length;
        if (step.code === 'stopped') return step.params.days;
        return step.code === 'moved' ? step.params.off.length : 0;
      });
      expect(latestDeadline(stopped)).toBe(day(added.reduce((sum, days) => sum + days, start)));
    }),
    { numRuns: 1_000 },
  );
});
