import type { Day, LengthChange, Suspension, Term } from './dossier.ts';
import { isOver, overOn, standsStill } from './term/deadline.ts';

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
 * started on 2 March ends on 1 April. Its length may be changed in any state but the last: the days counted stay
 * counted. When it ends is computed in `term/deadline.ts`.
 */

/** What a new clock needs to know. */
export type NewTerm = Pick<Term, 'termId' | 'label' | 'days' | 'unit' | 'ground' | 'main'>;

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
export function interruptTerm(term: Term, on: Day): Term {
  const counts = term.state === 'running' || term.state === 'suspended';
  return counts ? { ...term, state: 'interrupted', interruptedOn: on } : term;
}

/** The clock beginning anew after an interruption; whatever came before it in a chain is over. */
export function restartTerm(term: Term, on: Day): Term {
  if (term.state !== 'interrupted') return term;
  const { after: _over, interruptedOn: _until, ...alone } = term;
  return { ...alone, state: 'running', startedOn: on, suspensions: [] };
}

/** The clock with another length, in its unit; a length that it has already, or a term that is over, stays as it is. */
export function changeLength(term: Term, change: Omit<LengthChange, 'from'>): Term {
  if (isOver(term, change.on) || change.to === term.days || change.to < 1) return term;
  return { ...term, days: change.to, changes: [...(term.changes ?? []), { ...change, from: term.days }] };
}

/** The clock stopped for good: the answer has been given. */
export function endTerm(term: Term, on: Day): Term {
  if (term.state === 'ended') return term;
  return { ...term, state: 'ended', endedOn: on, suspensions: closed(term.suspensions, on) };
}

/** The clock that is counted from where another is over, with that one as it stands now. */
export function chainTerm(term: Term, after: Term): Term {
  return { ...term, after, startedOn: overOn(after) ?? term.startedOn };
}

/** Terms by their names, those of a chain with the ones before them as they stand. */
export function chained(terms: Readonly<Record<string, Term>>): Readonly<Record<string, Term>> {
  const all = Object.values(terms);
  const fresh = (term: Term): Term => {
    const before = all.find(({ termId }) => termId === term.after?.termId);
    return before === undefined || term.state === 'ended' ? term : chainTerm(term, fresh(before));
  };
  return all.some(({ after }) => after !== undefined)
    ? Object.fromEntries(Object.entries(terms).map(([name, term]) => [name, term.after ? fresh(term) : term]))
    : terms;
}

/** Of a chain the term that is counted on a day: the first that is not over, unless the last has ended. */
export function linkOn(term: Term, on: Day): Term {
  if (term.state === 'ended' || term.after === undefined || isOver(term.after, on)) return term;
  return linkOn(term.after, on);
}

/** The reason of the stop that lasts on a day, with its article; of a chain that of the term which is counted. */
export function stopGround(term: Term, on: Day): string | undefined {
  const link = linkOn(term, on);
  const isStopped = link.state === 'suspended' || (link.state === 'running' && standsStill(link, on));
  return isStopped ? link.suspensions.at(-1)?.ground : undefined;
}

function closed(suspensions: readonly Suspension[], on: Day): readonly Suspension[] {
  return suspensions.map((suspension) => (suspension.toOn ? suspension : { ...suspension, toOn: on }));
}

/**
 * The term by which a dossier has to be worked now: the main one until it has ended, then the first that runs besides
 * the times for remedies, such as that of a review; the main one again when none does.
 */
export function termInForce({ terms }: { readonly terms: Readonly<Record<string, Term>> }): Term | undefined {
  const all = Object.values(terms);
  const main = all.find((term) => term.main);
  if (main !== undefined && main.state !== 'ended') return main;
  const running = all.filter(({ state, isRemedy }) => state !== 'ended' && isRemedy !== true);
  return running.toSorted((one, other) => one.startedOn.localeCompare(other.startedOn))[0] ?? main;
}
