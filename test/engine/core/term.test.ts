import { existsSync, readFileSync } from 'node:fs';
import { fc } from '../../support/random.ts';
import { describe, expect, it } from 'vitest';
import { addDays, endOfMonths, isHoliday } from '../../../engine/core/calendar.ts';
import type { Day, Term } from '../../../engine/core/dossier.ts';
import {
  daysLeft,
  deadline,
  endTerm,
  interruptTerm,
  isExpired,
  latestDeadline,
  restartTerm,
  resumeTerm,
  standsStill,
  startTerm,
  stopForDenialNotice,
  stopGround,
  suspendTerm,
  termInForce,
} from '../../../engine/core/term.ts';
import { generalWindows } from '../../../engine/core/windows.ts';
import { aTerm } from '../../support/builders.ts';

const why = { ground: 'L. 241/1990, art. 2 c. 7' };
const rule = { termId: 't', label: 'T', ground: 'L. 241/1990, art. 2', main: true };

describe('a term', () => {
  it('does not count its first day and counts its last', () => {
    expect(deadline(aTerm(), '2026-03-02')).toBe('2026-04-01');
  });

  it('has no deadline while it is suspended without bound', () => {
    const suspended = suspendTerm(aTerm(), '2026-03-10', why);
    expect(deadline(suspended, '2026-03-20')).toBeUndefined();
    expect(latestDeadline(suspended)).toBeUndefined();
    expect(standsStill(suspended, '2026-03-20')).toBe(true);
    expect(stopGround(suspended)).toBe(why.ground);
  });

  it('goes on by itself when a bounded stop is used up', () => {
    const suspended = suspendTerm(aTerm(), '2026-03-10', { ...why, maxDays: 30 });
    expect(deadline(suspended, '2026-04-08')).toBeUndefined();
    expect(deadline(suspended, '2026-04-09')).toBe('2026-05-02');
    expect(latestDeadline(suspended)).toBe('2026-05-02');
  });

  it('keeps the days already counted when it resumes', () => {
    const resumed = resumeTerm(suspendTerm(aTerm(), '2026-03-10', why), '2026-03-20');
    expect(deadline(resumed, '2026-03-20')).toBe('2026-04-11');
  });

  it('loses them when it is interrupted and restarts', () => {
    const interrupted = interruptTerm(aTerm());
    expect(deadline(interrupted, '2026-03-20')).toBeUndefined();
    expect(deadline(restartTerm(interrupted, '2026-03-20'), '2026-03-20')).toBe('2026-04-20');
  });

  it('lasts until its stop is over when stopped on the last day', () => {
    const resumed = resumeTerm(suspendTerm(aTerm(), '2026-04-01', why), '2026-04-15');
    expect(deadline(resumed, '2026-04-15')).toBe('2026-04-15');
  });

  it('is not saved by a stop after its deadline', () => {
    const late = resumeTerm(suspendTerm(aTerm(), '2026-04-02', why), '2026-04-15');
    expect(deadline(late, '2026-04-15')).toBe('2026-04-01');
  });

  it('counts days left to zero and below', () => {
    expect(daysLeft(aTerm(), '2026-03-31')).toBe(1);
    expect(isExpired(aTerm(), '2026-04-01')).toBe(false);
    expect(isExpired(aTerm(), '2026-04-02')).toBe(true);
  });

  it('never expires once it has ended', () => {
    const ended = endTerm(aTerm(), '2026-03-20');
    expect(isExpired(ended, '2027-01-01')).toBe(false);
    expect(daysLeft(ended, '2026-03-21')).toBeUndefined();
  });

  it('ignores acts that do not fit its state', () => {
    const term = aTerm();
    const ended = endTerm(term, '2026-03-20');
    expect(resumeTerm(term, '2026-03-20')).toBe(term);
    expect(restartTerm(term, '2026-03-20')).toBe(term);
    expect(suspendTerm(ended, '2026-03-21', why)).toBe(ended);
    expect(interruptTerm(ended)).toBe(ended);
    expect(endTerm(ended, '2026-03-22')).toBe(ended);
  });
});

const vectors = '../shared/standards/calendario-termini/vettori-termini.json';

interface Case {
  readonly id: string;
  readonly input: {
    readonly dal: Day;
    readonly giorni?: number;
    readonly mesi?: number;
    readonly sospeso_dal?: Day;
    readonly ripreso_il?: Day;
    readonly ricevuta_comunicazione?: Day;
    readonly osservazioni?: Day;
  };
  readonly atteso: unknown;
}

function solve({ input }: Case): unknown {
  const { dal, giorni = 0, mesi, sospeso_dal, ripreso_il, ricevuta_comunicazione: receivedOn, osservazioni } = input;
  if (mesi !== undefined) return endOfMonths(dal, mesi);
  const term = startTerm({ ...rule, days: giorni }, dal);
  if (receivedOn !== undefined) {
    const stop = stopForDenialNotice({ receivedOn, ...(osservazioni ? { observedOn: osservazioni } : {}) });
    const resumed = resumeTerm(suspendTerm(term, receivedOn, why), stop.resumesOn);
    return {
      termine_osservazioni: stop.observationsBy,
      ripresa: stop.resumesOn,
      scadenza: deadline(resumed, stop.resumesOn),
    };
  }
  if (!sospeso_dal || !ripreso_il) return deadline(term, dal);
  return deadline(resumeTerm(suspendTerm(term, sospeso_dal, { ...why, maxDays: 30 }), ripreso_il), ripreso_il);
}

describe.skipIf(!existsSync(vectors))(`the cases of ${vectors}`, () => {
  const cases = existsSync(vectors)
    ? (JSON.parse(readFileSync(vectors, 'utf8')) as { casi: readonly Case[] }).casi
    : [];
  it('are twenty', () => expect(cases).toHaveLength(20));
  it.each(cases.map((one) => [one.id, one] as const))('%s ends as the law has it', (_id, one) => {
    expect(solve(one)).toEqual(one.atteso);
  });
});

// The definition, taken at its word: walk from day to day and count those that are neither stopped nor in a window.
function countByDay(term: Term, windows: readonly { readonly fromOn: Day; readonly toOn: Day }[]): Day {
  const closed = windows.map(({ fromOn, toOn }) => [epochDay(fromOn), epochDay(toOn)] as const);
  const stops = term.suspensions.map(({ fromOn, toOn = '9999-12-31', maxDays = 99999 }) => {
    return [epochDay(fromOn), Math.min(epochDay(toOn), epochDay(fromOn) + maxDays)] as const;
  });
  const isStopped = (day: number) => stops.some(([from, to]) => from <= day && day < to);
  const inWindow = (day: number) => closed.some(([from, to]) => from <= day && day <= to);
  let day = epochDay(term.startedOn);
  for (let counted = 0; counted < term.days; day += 1) {
    if (!isStopped(day) && !inWindow(day + 1)) counted += 1;
  }
  while (isStopped(day) || isHoliday(calendarDay(day))) day += 1;
  return calendarDay(day);
}

const epochDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const calendarDay = (day: number): Day => new Date(day * 86_400_000).toISOString().slice(0, 10);

const happening = fc.record({
  act: fc.constantFrom('suspend', 'resume', 'interrupt', 'restart', 'end'),
  after: fc.integer({ min: 0, max: 25 }),
  maxDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

function happen(term: Term, on: Day, { act, maxDays }: Happening): Term {
  if (act === 'suspend') return suspendTerm(term, on, { ...why, ...(maxDays === undefined ? {} : { maxDays }) });
  if (act === 'resume') return resumeTerm(term, on);
  if (act === 'interrupt') return interruptTerm(term);
  return act === 'restart' ? restartTerm(term, on) : endTerm(term, on);
}

describe('any life of a term', () => {
  const life = fc.record({
    start: fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2019-06-01', days)),
    days: fc.integer({ min: 1, max: 90 }),
    happenings: fc.array(happening, { maxLength: 10 }),
  });

  it('ends on the day found by counting day by day', () => {
    fc.assert(
      fc.property(life, ({ start, days, happenings }) => {
        let term = startTerm({ ...rule, days }, start);
        let today = start;
        for (const one of happenings) {
          today = addDays(today, one.after);
          term = happen(term, today, one);
        }
        const found = latestDeadline(term);
        if (found === undefined) return standsStill(term, '2100-01-01');
        return found === countByDay(term, generalWindows) && !isHoliday(found);
      }),
      { numRuns: 2000 },
    );
  }, 30_000);
});

describe('the term in force', () => {
  const main = aTerm({ termId: 'main' });
  const later = aTerm({ termId: 'later', main: false, startedOn: '2026-05-02' });
  const review = aTerm({ termId: 'review', main: false, startedOn: '2026-04-02' });
  const remedy = aTerm({ termId: 'remedy', main: false, startedOn: '2026-03-02', isRemedy: true });
  const done = (term: Term): Term => ({ ...term, state: 'ended' });
  const inForce = (...terms: readonly Term[]) =>
    termInForce({ terms: Object.fromEntries(terms.map((term) => [term.termId, term])) })?.termId;

  it('is the main one until it has ended', () => {
    expect(inForce(review, main)).toBe('main');
    expect(inForce(review, { ...main, state: 'suspended' })).toBe('main');
  });

  it('then is the first that runs, and no time for a remedy', () => {
    expect(inForce(done(main), remedy, later, review)).toBe('review');
    expect(inForce(done(main), remedy, later, done(review))).toBe('later');
  });

  it('is the main one again when none runs', () => {
    expect(inForce(done(main), remedy, done(review))).toBe('main');
    expect(inForce(remedy)).toBeUndefined();
  });
});
