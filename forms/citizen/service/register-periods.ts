/** A stretch of days for which the register can be asked, both included; without days, the last twelve months. */
export interface RegisterPeriod {
  /** Names it among the others: `2026-2` is the second half of 2026. */
  readonly id: string;
  readonly half?: 'first' | 'second';
  readonly year: number;
  readonly from?: string;
  readonly to?: string;
}

/** The last twelve months, then the half of the year that a day is in and the three before it. */
export function registerPeriods(today: string): readonly RegisterPeriod[] {
  const year = Number(today.slice(0, 4));
  const newest = year * 2 + (today.slice(5) < '07-01' ? 0 : 1);
  const halves = [newest, newest - 1, newest - 2, newest - 3];
  return [{ id: 'year', year }, ...halves.map((half) => periodOf(Math.floor(half / 2), half % 2 === 0))];
}

const periodOf = (year: number, isFirst: boolean): RegisterPeriod =>
  isFirst
    ? { id: `${year}-1`, half: 'first', year, from: `${year}-01-01`, to: `${year}-06-30` }
    : { id: `${year}-2`, half: 'second', year, from: `${year}-07-01`, to: `${year}-12-31` };
