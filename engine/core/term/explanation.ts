import { addDays, daysBetween, holidayName, isHoliday } from '../calendar.ts';
import type { Day, LengthChange, Suspension, Term, TermUnit } from '../dossier.ts';
import { generalWindows } from '../windows.ts';
import type { Window } from '../windows.ts';
import { caughtBy, inOrder, moved, overOn, stopOf, windowStop } from './deadline.ts';
import { endOfLength, unitOf, withTwoWorkingDays } from './length.ts';
import type { Stop } from './length.ts';

/** A day on which a term may not end, and why: a name where it is a national holiday. */
export interface OffDay {
  readonly on: Day;
  readonly why: 'saturday' | 'sunday' | 'holiday';
  readonly name?: string;
}

/** What each step of an explanation says, by its code. */
export interface TermStepParams {
  /** The length with which it began, and the day that is not counted yet. */
  begun: { readonly length: number; readonly unit: TermUnit; readonly on: Day };
  /** The same, counted from where another term is over; without a day while that is not known. */
  'begun-after': {
    readonly length: number;
    readonly unit: TermUnit;
    readonly after: Pick<Term, 'termId' | 'label'>;
    readonly on?: Day;
  };
  changed: {
    readonly act: LengthChange['act'];
    readonly from: number;
    readonly to: number;
    readonly unit: TermUnit;
    readonly on: Day;
    readonly reason?: string;
  };
  /** A stop that is over: the days after `fromOn`, up to and with `toOn`, are not counted. */
  stopped: Stop & { readonly days: number };
  /** A stop that lasts as long as it may, or will if nothing ends it before. */
  'stopped-at-most': Stop & { readonly days: number };
  /** A stop without a bound that is not over. */
  'stopped-still': { readonly fromOn: Day };
  /** Days that the law takes out of every term, both included. */
  window: { readonly fromOn: Day; readonly toOn: Day };
  /** A stop that moves nothing: it began after the last day, or within days that are not counted. */
  'stopped-in-vain': Stop;
  interrupted: { readonly on: Day };
  /** A term of EU law holds at least two working days. */
  'two-working-days': object;
  /** The days off which the end is moved, one after the other, and the day to which. */
  moved: { readonly off: readonly OffDay[]; readonly to: Day };
  ended: { readonly on: Day };
}

/**
 * One step of how a last day comes about: what it says, the article that has it so, and the last day as it is with this
 * step and those before it.
 */
export interface TermStepOf<Code extends keyof TermStepParams> {
  readonly code: Code;
  readonly params: TermStepParams[Code];
  readonly ground?: string;
  readonly endOn?: Day;
}

/** Any step. */
export type TermStep = { readonly [Code in keyof TermStepParams]: TermStepOf<Code> }[keyof TermStepParams];

/**
 * How the last day of a term comes about, in the order in which it is counted: its length, what changed it, what
 * stopped it, what the law takes out, and how the end is moved. The last `endOn` is `latestDeadline`; where that is not
 * known, the last step says why.
 */
export function explanation(term: Term, windows: readonly Window[] = generalWindows): readonly TermStep[] {
  const { interruptedOn: on, endedOn } = term;
  const ended: readonly TermStep[] = endedOn === undefined ? [] : [{ code: 'ended', params: { on: endedOn } }];
  if (on !== undefined)
    return [...lengthSteps(term).map(withoutEnd), { code: 'interrupted', params: { on } }, ...ended];
  if (!hasBegun(term)) return [...lengthSteps(term).map(withoutEnd), ...ended];
  return [...lengthSteps(term), ...stopSteps(term, windows), ...ended];
}

/** Whether it is known from which day it is counted. */
const hasBegun = ({ after }: Term): boolean => after === undefined || overOn(after) !== undefined;

const withoutEnd = ({ endOn: _unknown, ...step }: TermStep): TermStep => step;

/** The length with which it began, and each change of it. */
function lengthSteps(term: Term): readonly TermStep[] {
  const { startedOn: on, ground, changes = [], after } = term;
  const unit = unitOf(term);
  const length = changes[0]?.from ?? term.days;
  const endOf = (days: number): Day => endOfLength({ ...term, days }, []);
  const begun: TermStep =
    after === undefined
      ? { code: 'begun', params: { length, unit, on }, ground, endOn: endOf(length) }
      : {
          code: 'begun-after',
          params: { length, unit, after: { termId: after.termId, label: after.label }, ...(hasBegun(term) && { on }) },
          ground,
          endOn: endOf(length),
        };
  const changed = changes.map(({ ground: why, ...change }): TermStep => {
    return { code: 'changed', params: { ...change, unit }, ground: why, endOn: endOf(change.to) };
  });
  return [begun, ...changed];
}

/** A stop with the step that tells of it. */
interface Told {
  readonly stop: Stop;
  readonly step: TermStep;
}

const byStop = (one: Told, other: Told): number => inOrder(one.stop, other.stop);

/** The stops in the order of their days, and how the end is moved after them. */
function stopSteps(term: Term, windows: readonly Window[]): readonly TermStep[] {
  const own = term.suspensions.flatMap(ofSuspension);
  const { steps, idle, end } = addedUp(term, [...own, ...windows.map(ofWindow)].toSorted(byStop));
  const still = term.suspensions.find((suspension) => stopOf(suspension) === undefined);
  if (still !== undefined) {
    const { fromOn, ground } = still;
    return [...steps, { code: 'stopped-still', params: { fromOn }, ground }];
  }
  const { moves, caught } = movedSteps(end, term, own);
  const vain = idle.filter((told) => own.includes(told) && !caught.includes(told)).flatMap(inVain);
  return [...steps, ...vain, ...moves];
}

/** The stops that move the end, each with the end after it, and those that do not. */
function addedUp(term: Term, stops: readonly Told[]) {
  return stops.reduce(
    ({ steps, idle, end }, told, at) => {
      const next = endOfLength(
        term,
        stops.slice(0, at + 1).map(({ stop }) => stop),
      );
      return next === end
        ? { steps, idle: [...idle, told], end }
        : { steps: [...steps, { ...told.step, endOn: next }], idle, end: next };
    },
    { steps: [] as readonly TermStep[], idle: [] as readonly Told[], end: endOfLength(term, []) },
  );
}

/** How the end is moved: to the two working days of EU law, off a holiday, out of a stop that it falls into. */
function movedSteps(
  length: Day,
  term: Term,
  own: readonly Told[],
): { readonly moves: readonly TermStep[]; readonly caught: readonly Told[] } {
  const whole = withTwoWorkingDays(length, term);
  const moves: TermStep[] =
    whole === length ? [] : [{ code: 'two-working-days', params: {}, ...twoDays, endOn: whole }];
  const caught: Told[] = [];
  for (let day = whole; ;) {
    const end = moved(term, day);
    const stop = caughtBy(
      end,
      own.map((told) => told.stop),
    );
    const told = own.find((each) => each.stop === stop);
    if (told === undefined) return { moves: end === day ? moves : [...moves, offHoliday(term, day, end)], caught };
    day = told.stop.toOn;
    caught.push(told);
    moves.push({ ...told.step, endOn: day });
  }
}

const twoDays = { ground: 'Reg. CEE 1182/71, art. 3 par. 5' } as const;

function offHoliday(term: Term, from: Day, to: Day): TermStep {
  const ground = unitOf(term) === 'eu-days' ? 'Reg. CEE 1182/71, art. 3 par. 4' : 'Codice civile, art. 2963 c. 3';
  const off = Array.from({ length: daysBetween(from, to) }, (_, past) => offDay(addDays(from, past)));
  return { code: 'moved', params: { off, to }, ground, endOn: to };
}

function offDay(on: Day): OffDay {
  const name = holidayName(on);
  if (name !== undefined) return { on, why: 'holiday', name };
  return { on, why: isHoliday(on) ? 'sunday' : 'saturday' };
}

/** A stop of the term, unless nobody knows yet when it ends. */
function ofSuspension(suspension: Suspension): readonly Told[] {
  const stop = stopOf(suspension);
  if (stop === undefined) return [];
  const code = suspension.toOn === stop.toOn ? 'stopped' : 'stopped-at-most';
  const params = { ...stop, days: daysBetween(stop.fromOn, stop.toOn) };
  return [{ stop, step: { code, params, ground: suspension.ground } }];
}

const ofWindow = (window: Window): Told => {
  const { fromOn, toOn, ground } = window;
  return { stop: windowStop(window), step: { code: 'window', params: { fromOn, toOn }, ground } };
};

const inVain = ({ stop, step: { ground = '' } }: Told): readonly TermStep[] =>
  stop.fromOn < stop.toOn ? [{ code: 'stopped-in-vain', params: stop, ground }] : [];
