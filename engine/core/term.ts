import { addDays, daysBetween, firstWorkingDay, laterDay } from './calendar.ts';
import type { Day, Suspension, Term } from './dossier.ts';
import { generalWindows } from './windows.ts';
import type { Window } from './windows.ts';

/**
 * The legal clock (L. 241/1990, art. 2). A term is running, suspended, interrupted or ended.
 *
 *     start → running ⇄ suspended        suspend / resume: the days already counted stay counted
 *     running, suspended → interrupted   interrupt: they are lost
 *     interrupted → running              restart: day 1 is the day after
 *     any → ended
 *
 * An act that does not fit the state changes nothing and gives back the same value, so that a diagram may say `resume`
 * on each of several ways out. The day of an act is not counted, the last day is (art. 2963 c.c.): a term of 30 days
 * started on 2 March ends on 1 April.
 */

/** What a new clock needs to know. */
export type NewTerm = Pick<Term, 'termId' | 'label' | 'days' | 'ground' | 'main'>;

/** A clock set going by an act of that day. */
export function startTerm(rule: NewTerm, on: Day): Term {
  return { ...rule, state: 'running', startedOn: on, suspensions: [] };
}

/**
 * The clock standing still from that day; `maxDays` bounds the days that the stop may add (L. 241/1990, art. 2 c. 7:
 * 30).
 */
export function suspendTerm(term: Term, on: Day, why: { readonly ground: string; readonly maxDays?: number }): Term {
  if (term.state !== 'running') return term;
  return { ...term, state: 'suspended', suspensions: [...term.suspensions, { fromOn: on, ...why }] };
}

/** The clock going on after a stop. */
export function resumeTerm(term: Term, on: Day): Term {
  return term.state === 'suspended' ? { ...term, state: 'running', suspensions: closed(term.suspensions, on) } : term;
}

/** The clock set back: it stands still and what was counted is lost. */
export function interruptTerm(term: Term): Term {
  return term.state === 'running' || term.state === 'suspended' ? { ...term, state: 'interrupted' } : term;
}

/** The clock beginning anew after an interruption. */
export function restartTerm(term: Term, on: Day): Term {
  return term.state === 'interrupted' ? { ...term, state: 'running', startedOn: on, suspensions: [] } : term;
}

/** The clock stopped for good: the answer has been given. */
export function endTerm(term: Term, on: Day): Term {
  if (term.state === 'ended') return term;
  return { ...term, state: 'ended', endedOn: on, suspensions: closed(term.suspensions, on) };
}

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
  if (term.state === 'interrupted') return undefined;
  const stops = term.suspensions.map(stopOf);
  if (stops.some((stop) => stop === undefined)) return undefined;
  return lastDay(
    term,
    stops.filter((stop) => stop !== undefined),
    windows,
  );
}

/** Whether no day is being counted: suspended (within what the stop may last), or interrupted. */
export function standsStill(term: Term, asOf: Day): boolean {
  if (term.state === 'interrupted') return true;
  if (term.state !== 'suspended') return false;
  const stop = stopOf(term.suspensions.at(-1));
  return stop === undefined || asOf < stop.toOn;
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

/** The reason of the stop that lasts now, with its article; undefined when the term is not suspended. */
export function stopGround(term: Term): string | undefined {
  return term.state === 'suspended' ? term.suspensions.at(-1)?.ground : undefined;
}

/**
 * The stop for a notice of denial (L. 241/1990, art. 10-bis as amended by DL 76/2020): until when observations may
 * come,
 * and when the term goes on: ten days after they came, or when the ten days for them are over.
 */
export function stopForDenialNotice(notice: { readonly receivedOn: Day; readonly observedOn?: Day }): {
  readonly observationsBy: Day;
  readonly resumesOn: Day;
} {
  const observationsBy = firstWorkingDay(addDays(notice.receivedOn, 10));
  return { observationsBy, resumesOn: notice.observedOn ? addDays(notice.observedOn, 10) : observationsBy };
}

function closed(suspensions: readonly Suspension[], on: Day): readonly Suspension[] {
  return suspensions.map((suspension) => (suspension.toOn ? suspension : { ...suspension, toOn: on }));
}

/** A stretch of days that are not counted: after `fromOn`, up to and with `toOn`. */
interface Stop {
  readonly fromOn: Day;
  readonly toOn: Day;
}

function stopOf(suspension: Suspension | undefined): Stop | undefined {
  if (!suspension) return undefined;
  const { fromOn, maxDays } = suspension;
  const cap = maxDays === undefined ? undefined : addDays(fromOn, maxDays);
  const toOn = earliest(suspension.toOn, cap);
  return toOn === undefined ? undefined : { fromOn, toOn };
}

function earliest(...days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

function lastDay(term: Term, suspensions: readonly Stop[], windows: readonly Window[]): Day {
  const general = windows.map(({ fromOn, toOn }) => ({ fromOn: addDays(fromOn, -1), toOn }));
  const stops = [...suspensions, ...general].sort((one, other) => (one.fromOn < other.fromOn ? -1 : 1));
  let counted = term.startedOn;
  let left = term.days;
  for (const stop of stops) {
    if (stop.toOn <= counted) continue;
    const before = Math.max(0, daysBetween(counted, stop.fromOn));
    if (before >= left) break;
    left -= before;
    counted = laterDay(counted, stop.toOn);
  }
  return settle(addDays(counted, left), suspensions);
}

/**
 * Moves the last day off holidays, and to the end of a stop that began on or before it: one may lead into the other.
 */
function settle(day: Day, suspensions: readonly Stop[]): Day {
  const working = firstWorkingDay(day);
  const stop = suspensions.find(({ fromOn, toOn }) => fromOn <= working && working < toOn);
  return stop ? settle(stop.toOn, suspensions) : working;
}

/**
 * The term by which a dossier has to be worked now: the main one until it has ended, then the first that runs besides
 * the
 * times for remedies, such as that of a review; the main one again when none does.
 */
export function termInForce({ terms }: { readonly terms: Readonly<Record<string, Term>> }): Term | undefined {
  const all = Object.values(terms);
  const main = all.find((term) => term.main);
  if (main !== undefined && main.state !== 'ended') return main;
  const running = all.filter(({ state, isRemedy }) => state !== 'ended' && isRemedy !== true);
  return running.toSorted((one, other) => one.startedOn.localeCompare(other.startedOn))[0] ?? main;
}
