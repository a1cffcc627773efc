import { describe, expect, it } from 'vitest';
import type { Term } from '../../../engine/core/dossier.ts';
import {
  endTerm,
  interruptTerm,
  restartTerm,
  resumeTerm,
  stopGround,
  suspendTerm,
  termInForce,
} from '../../../engine/core/term.ts';
import { daysLeft, deadline, isExpired, latestDeadline, standsStill } from '../../../engine/core/term/deadline.ts';
import { aTerm } from '../../support/builders.ts';

const why = { ground: 'L. 241/1990, art. 2 c. 7' };

describe('a term', () => {
  it('does not count its first day and counts its last', () => {
    expect(deadline(aTerm(), '2026-03-02')).toBe('2026-04-01');
  });

  it('has no deadline while it is suspended without bound', () => {
    const suspended = suspendTerm(aTerm(), '2026-03-10', why);
    expect(deadline(suspended, '2026-03-20')).toBeUndefined();
    expect(latestDeadline(suspended)).toBeUndefined();
    expect(standsStill(suspended, '2026-03-20')).toBe(true);
    expect(stopGround(suspended, '2026-03-20')).toBe(why.ground);
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
    const interrupted = interruptTerm(aTerm(), '2026-03-10');
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
    expect(interruptTerm(ended, '2026-03-22')).toBe(ended);
    expect(endTerm(ended, '2026-03-22')).toBe(ended);
  });
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
