import { describe, expect, it } from 'vitest';
import { daysBetween, taskDue, termDue } from '../../../forms/clerk/due.ts';

const today = '2026-03-27';

describe('the due day of a task in words', () => {
  it.each([
    ['2026-03-25', 'late', 'scaduta da 2 giorni'],
    ['2026-03-26', 'late', 'scaduta ieri'],
    ['2026-03-27', 'today', 'scade oggi'],
    ['2026-03-28', 'soon', 'scade domani'],
    // The clock changes on 29 March 2026: the day has 23 hours and is still one day.
    ['2026-03-30', 'soon', 'tra 3 giorni'],
    ['2026-04-30', 'calm', 'tra 34 giorni'],
  ])('a task due on %s is %s: %s', (dueOn, tone, text) => {
    expect(taskDue(dueOn, today)).toEqual({ tone, text });
  });
});

describe('a legal term in words', () => {
  it('a running term tells the days to its deadline', () => {
    expect(termDue({ deadlineOn: '2026-04-01', state: 'running' }, today)).toEqual({
      tone: 'soon',
      text: 'tra 5 giorni',
    });
  });

  it('an expired term tells how long ago it ended', () => {
    expect(termDue({ deadlineOn: '2026-03-26', state: 'expired' }, today)).toEqual({
      tone: 'late',
      text: 'scaduto ieri',
    });
  });

  it.each([
    ['suspended', 'sospeso'],
    ['interrupted', 'interrotto'],
  ])('a term that is %s shows no distance', (state, text) => {
    expect(termDue({ deadlineOn: '2026-03-20', state }, today)).toEqual({ tone: 'stopped', text });
  });

  it('an ended term is never late', () => {
    expect(termDue({ deadlineOn: '2026-03-20', state: 'ended' }, today)?.tone).toBe('calm');
  });

  it('a dossier without a term shows nothing', () => {
    expect(termDue({}, today)).toBeUndefined();
  });
});

describe('days between two calendar days', () => {
  it('counts across a leap day', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });
});
