import type { Term, TermUnit } from '../../../../engine/core/dossier.ts';
import {
  changeLength,
  endTerm,
  interruptTerm,
  restartTerm,
  resumeTerm,
  startTerm,
  suspendTerm,
} from '../../../../engine/core/term.ts';
import { fc } from '../../../support/random.ts';

/*
 * A plain count, written without the code that it judges: days are numbers since 1970, one is looked at after the
 * other. The holidays are those of the list of laws; Easter comes from the table of golden numbers and Sunday letters.
 */

/** A day as days since 1970. */
export const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
/** A number of such a day as `YYYY-MM-DD`. */
export const day = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10);
const weekday = (at: number): number => new Date(at * 86_400_000).getUTCDay();

/** Sunday after the full moon of spring, by Gauss for the years from 1900 to 2099. */
function easter(year: number): number {
  const moon = (19 * (year % 19) + 24) % 30;
  const sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
  const late = (moon === 29 && sunday === 6) || (moon === 28 && sunday === 6 && year % 19 > 10);
  return number(`${year}-03-22`) + moon + sunday - (late ? 7 : 0);
}

const fixed = new Set('01-01 01-06 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26'.split(' '));

function isFeast(at: number): boolean {
  const [year = '', monthDay = ''] = [day(at).slice(0, 4), day(at).slice(5)];
  if (fixed.has(monthDay) || (monthDay === '10-04' && Number(year) >= 2026)) return true;
  return at === easter(Number(year)) + 1;
}

const isFree = (at: number): boolean => weekday(at) === 0 || isFeast(at);
const isWorked = (at: number): boolean => !isFree(at) && weekday(at) !== 6;

/** The number of the last day of a length of months: the same day, or the last that the month has. */
function monthsLater(from: string, months: number): number {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  const all = year * 12 + month - 1 + months;
  const first = `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}-01`;
  let at = number(first);
  while (Number(day(at).slice(8)) < date && day(at + 1).slice(0, 7) === first.slice(0, 7)) at += 1;
  return at;
}

/** What is counted: a length from a day, without the days of stops. */
export interface Count {
  readonly from: string;
  readonly length: number;
  readonly unit: TermUnit;
  readonly stops: readonly { readonly from: number; readonly to: number }[];
}

/** The end by counting day by day, and the day on which the term may end. */
export function countByDay({ from, length, unit, stops }: Count): { readonly nominal: number; readonly last: number } {
  const isOut = (at: number) => stops.some((stop) => stop.from < at && at <= stop.to) || (at >= 18_315 && at <= 18_397);
  const months = unit === 'months' ? length : 12 * length;
  const toCount = unit === 'months' || unit === 'years' ? monthsLater(from, months) - number(from) : length;
  const mayEnd = (at: number) => (unit === 'working-days' || unit === 'eu-days' ? isWorked(at) : !isFree(at));
  let at = number(from);
  for (let counted = 0; counted < toCount;) {
    at += 1;
    if (!isOut(at) && (unit !== 'working-days' || isWorked(at))) counted += 1;
  }
  const worked = () => Array.from({ length: at - number(from) }, (_, past) => at - past).filter(isWorked).length;
  while (unit === 'eu-days' && length > 1 && worked() < 2) at += 1;
  for (;;) {
    let end = at;
    while (!mayEnd(end)) end += 1;
    const caught = stops.find((stop) => stop.from <= end && end < stop.to);
    if (caught === undefined) return { nominal: at, last: end };
    at = caught.to;
  }
}

const happening = fc.record({
  act: fc.constantFrom('suspend', 'resume', 'interrupt', 'restart', 'change', 'end'),
  after: fc.integer({ min: 0, max: 25 }),
  maxDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
  length: fc.integer({ min: 1, max: 90 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

/** What the test remembers of a life: nothing that the term says of itself but whether an act took effect. */
interface Known {
  readonly from: string;
  readonly length: number;
  readonly stops: readonly { readonly from: number; readonly to?: number; readonly most: number }[];
  readonly isLost: boolean;
}

/** A term and what the test knows of it. */
export interface Life {
  readonly term: Term;
  readonly known: Known;
}

const ground = 'L. 241/1990, art. 2 c. 7';

function happen({ term, known }: Life, on: string, { act, maxDays, length }: Happening): Life {
  const today = number(on);
  const closed = known.stops.map((stop) => ({ ...stop, to: stop.to ?? today }));
  const took = (after: Term, change: Partial<Known>): Life =>
    after === term ? { term, known } : { term: after, known: { ...known, ...change } };
  switch (act) {
    case 'suspend': {
      const stop = { from: today, most: maxDays ?? Number.POSITIVE_INFINITY };
      const after = suspendTerm(term, on, { ground, ...(maxDays === undefined ? {} : { maxDays }) });
      return took(after, { stops: [...known.stops, stop] });
    }
    case 'resume':
      return took(resumeTerm(term, on), { stops: closed });
    case 'interrupt':
      return took(interruptTerm(term, on), { isLost: true });
    case 'restart':
      return took(restartTerm(term, on), { from: on, stops: [], isLost: false });
    case 'change':
      return took(changeLength(term, { on, act: 'set', to: length, ground }), { length });
    case 'end':
      return took(endTerm(term, on), { stops: closed });
  }
}

/** How a life begins. */
export const beginning = fc.record({
  start: fc.integer({ min: number('2019-06-01'), max: number('2032-12-31') }).map(day),
  unit: fc.constantFrom<TermUnit>('days', 'days', 'working-days', 'eu-days', 'months', 'years'),
  length: fc.integer({ min: 1, max: 90 }),
});
/** A beginning and what happens after it. */
export const life = fc.record({ begun: beginning, happenings: fc.array(happening, { maxLength: 10 }) });

/** Years are few, and months a year or two. */
const inReason = (length: number, unit: TermUnit): number =>
  unit === 'years' ? (length % 5) + 1 : unit === 'months' ? (length % 30) + 1 : length;

/** A life that has begun. */
export function begin({
  start,
  unit,
  length,
}: typeof beginning extends fc.Arbitrary<infer Value> ? Value : never): Life {
  const days = inReason(length, unit);
  const rule = { termId: 't', label: 'T', ground: 'L. 241/1990, art. 2', main: true, days, unit };
  return { term: startTerm(rule, start), known: { from: start, length: days, stops: [], isLost: false } };
}

/** The count of a life; undefined where it has no last day. */
export function expected({ term, known }: Life): ReturnType<typeof countByDay> | undefined {
  const stops = known.stops.map(({ from, to = Number.POSITIVE_INFINITY, most }) => ({
    from,
    to: Math.min(to, from + most),
  }));
  if (known.isLost || stops.some(({ to }) => to === Number.POSITIVE_INFINITY)) return undefined;
  return countByDay({ from: known.from, length: known.length, unit: term.unit ?? 'days', stops });
}

/** The life after all that happens in it. */
export function live({ begun, happenings }: typeof life extends fc.Arbitrary<infer Value> ? Value : never): Life {
  let lived = begin(begun);
  let today = number(begun.start);
  for (const one of happenings) {
    today += one.after;
    lived = happen(lived, day(today), { ...one, length: inReason(one.length, begun.unit) });
  }
  return lived;
}
