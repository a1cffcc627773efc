import { addDays, addMonths, daysBetween, firstWorkingDay, isWorkingDay } from '../calendar.ts';
import type { Day, Term, TermUnit } from '../dossier.ts';

/**
 * How a length is counted, by its unit. The day of the act is not counted, the last day is.
 *
 *     days          calendar days; an end on a Sunday or holiday moves on (art. 2963 c.c.)
 *     working-days  Monday to Friday without holidays, those alone are counted
 *     eu-days       calendar days; an end on a Saturday moves on too, and two days or more hold at least two working
 *                   days (reg. CEE 1182/71, art. 3 parr. 4-5)
 *     months, years to the day of the same number, or the last of a shorter month; moved like calendar days
 *
 * A stop in the middle of months or years moves their end by the days that it lasts.
 */

/** A stretch of days that are not counted: after `fromOn`, up to and with `toOn`. */
export interface Stop {
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** The unit of a term. */
export const unitOf = ({ unit = 'days' }: Pick<Term, 'unit'>): TermUnit => unit;

/**
 * The last day of the length, with the stops left out and not yet moved off a holiday; `stops` in order of their start.
 */
export function endOfLength(term: Pick<Term, 'startedOn' | 'days' | 'unit'>, stops: readonly Stop[]): Day {
  return unitOf(term) === 'working-days' ? endOfWorkingDays(term, stops) : endOfDays(term, stops);
}

/** The first day, from this on, on which a term of that unit may end. */
export function firstEnd(day: Day, unit: TermUnit): Day {
  if (unit !== 'working-days' && unit !== 'eu-days') return firstWorkingDay(day);
  return isWorkingDay(day) ? day : firstEnd(addDays(day, 1), unit);
}

/**
 * The first day, from this on, that leaves a term of EU law at least two working days; the day itself for the others.
 */
export function withTwoWorkingDays(day: Day, term: Pick<Term, 'startedOn' | 'days' | 'unit'>): Day {
  if (unitOf(term) !== 'eu-days' || term.days < 2) return day;
  // Among four days in a row there can be none; among twelve there always are two.
  if (daysBetween(term.startedOn, day) > LONG_ENOUGH) return day;
  let working = 0;
  for (let at = addDays(term.startedOn, 1); at <= day; at = addDays(at, 1)) if (isWorkingDay(at)) working += 1;
  return working >= 2 ? day : withTwoWorkingDays(firstEnd(addDays(day, 1), 'eu-days'), term);
}

const LONG_ENOUGH = 12;

function calendarDays({ startedOn, days, unit = 'days' }: Pick<Term, 'startedOn' | 'days' | 'unit'>): number {
  if (unit === 'months') return daysBetween(startedOn, addMonths(startedOn, days));
  return unit === 'years' ? daysBetween(startedOn, addMonths(startedOn, 12 * days)) : days;
}

function endOfDays(term: Pick<Term, 'startedOn' | 'days' | 'unit'>, stops: readonly Stop[]): Day {
  let counted = term.startedOn;
  let left = calendarDays(term);
  for (const { fromOn, toOn } of stops) {
    if (toOn <= counted) continue;
    const before = Math.max(0, daysBetween(counted, fromOn));
    if (before >= left) break;
    left -= before;
    counted = toOn;
  }
  return addDays(counted, left);
}

function endOfWorkingDays({ startedOn, days }: Pick<Term, 'startedOn' | 'days'>, stops: readonly Stop[]): Day {
  let day = startedOn;
  for (let counted = 0; counted < days;) {
    day = addDays(day, 1);
    if (isWorkingDay(day) && !stops.some(({ fromOn, toOn }) => fromOn < day && day <= toOn)) counted += 1;
  }
  return day;
}
