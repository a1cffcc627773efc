import { addDays, daysBetween } from '../calendar.ts';
import type { Day, Suspension, Term } from '../dossier.ts';
import { generalWindows } from '../windows.ts';
import type { Window } from '../windows.ts';
import { endOfLength, firstEnd, unitOf, withTwoWorkingDays } from './length.ts';
import type { Stop } from './length.ts';

/**
 * The last day of the term, moved off a holiday. Undefined while it stands still on `asOf` without a known end. A stop
 * that has used up its `maxDays` by then counts as over.
 */
export function deadline(term: Term, asOf: Day, windows: readonly Window[] = generalWindows): Day | undefined {
  return standsStill(term, asOf) ? undefined : latestDeadline(term, windows);
}

/**
 * The last day on which the term can end as things stand: an open stop is taken to last as long as it may. Undefined
 * when that has no bound, or after an interruption. Timers bound to the term are armed by it.
 */
export function latestDeadline(term: Term, windows: readonly Window[] = generalWindows): Day | undefined {
  const end = nominalEnd(term, windows);
  return end === undefined ? undefined : moved(term, end);
}

/**
 * The day that lies so many days before the end of the term as things stand: what is counted backward is not moved off
 * a holiday, and is counted from the end before that was moved.
 */
export function dayBefore(term: Term, days: number): Day | undefined {
  const end = nominalEnd(term, generalWindows);
  return end === undefined ? undefined : addDays(end, -days);
}

/**
 * Whether no day is being counted: suspended (within what the stop may last), or interrupted; or the term before is.
 */
export function standsStill(term: Term, asOf: Day): boolean {
  if (term.after !== undefined && !isOver(term.after, asOf)) return standsStill(term.after, asOf);
  if (term.state === 'interrupted') return true;
  return term.state !== 'ended' && stopOn(term, asOf) !== undefined;
}

/**
 * Days from `asOf` to the deadline, 0 on the last day, negative after it; undefined while the term stands still or has
 * ended.
 */
export function daysLeft(term: Term, asOf: Day): number | undefined {
  const last = term.state === 'ended' ? undefined : deadline(term, asOf);
  return last === undefined ? undefined : daysBetween(asOf, last);
}

/** Whether the deadline of a term that has not ended lies before `asOf`. */
export function isExpired(term: Term, asOf: Day): boolean {
  return (daysLeft(term, asOf) ?? 0) < 0;
}

/** The stop that lasts on a day, if one does: it may be known already when it will be over. */
export function stopOn({ suspensions }: Term, on: Day): Suspension | undefined {
  const last = suspensions.at(-1);
  const stop = stopOf(last);
  return stop === undefined || (stop.fromOn <= on && on < stop.toOn) ? last : undefined;
}

/** Whether a term has ended or run out before `asOf`. */
export function isOver(term: Term, asOf: Day): boolean {
  return term.state === 'ended' || isExpired(term, asOf);
}

/**
 * The day on which a term was over or will be, as things stand: that of its end, or its last day if that came first.
 * The term after it in a chain is counted from there.
 */
export function overOn(term: Term): Day | undefined {
  return earliest(term.state === 'ended' ? term.endedOn : undefined, latestDeadline(term));
}

/** The days that the stops of a term take out, in the order of their start; undefined where one has no end. */
export function stopsOf(term: Term): readonly Stop[] | undefined {
  const stops = term.suspensions.map(stopOf);
  return stops.some((stop) => stop === undefined) ? undefined : stops.filter((stop) => stop !== undefined);
}

/** The days that a stop takes out, within what it may last; undefined without an end. */
export function stopOf(suspension: Suspension | undefined): Stop | undefined {
  if (!suspension) return undefined;
  const { fromOn, maxDays } = suspension;
  const cap = maxDays === undefined ? undefined : addDays(fromOn, maxDays);
  const toOn = earliest(suspension.toOn, cap);
  return toOn === undefined ? undefined : { fromOn, toOn };
}

function earliest(...days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

function nominalEnd(term: Term, windows: readonly Window[]): Day | undefined {
  if (term.state === 'interrupted' || term.interruptedOn !== undefined) return undefined;
  if (term.after !== undefined && overOn(term.after) === undefined) return undefined;
  const own = stopsOf(term);
  if (own === undefined) return undefined;
  const stops = [...own, ...windows.map(windowStop)].toSorted(inOrder);
  return outOfStops(withTwoWorkingDays(endOfLength(term, stops), term), { term, stops: own });
}

/** The days that a window takes out, as those of a stop. */
export const windowStop = ({ fromOn, toOn }: Window): Stop => ({ fromOn: addDays(fromOn, -1), toOn });

/** The order in which stops are counted, that of their first days. */
export const inOrder = (one: Stop, other: Stop): number => one.fromOn.localeCompare(other.fromOn);

/** The stop into which an end falls: it began on or before that day, and is not over. */
export const caughtBy = (end: Day, stops: readonly Stop[]): Stop | undefined =>
  stops.find(({ fromOn, toOn }) => fromOn <= end && end < toOn);

/** The day, or the end of a stop that began on or before the day to which it would be moved. */
function outOfStops(day: Day, { term, stops }: { readonly term: Term; readonly stops: readonly Stop[] }): Day {
  const stop = caughtBy(moved(term, day), stops);
  return stop ? outOfStops(stop.toOn, { term, stops }) : day;
}

/** The first day on which it can end; the last of two working days is one. */
export function moved(term: Pick<Term, 'unit'>, end: Day): Day {
  return firstEnd(end, unitOf(term));
}
