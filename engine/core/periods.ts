import { addDays, laterDay } from './calendar.ts';
import type { Day } from './dossier.ts';

/** From when to when a value holds. */
export interface Period {
  readonly firstOn: Day;
  /** The last day; null until further notice. */
  readonly lastOn: Day | null;
}

/** The first day from `on` on that no period has; undefined when one of them goes on without end. */
export function firstDayWithout(periods: readonly Period[], on: Day): Day | undefined {
  const sorted = periods.toSorted((one, other) => (one.firstOn < other.firstOn ? -1 : 1));
  let day = on;
  for (const { firstOn, lastOn } of sorted) {
    if (firstOn > day) return day;
    if (lastOn === null) return undefined;
    if (lastOn >= day) day = addDays(lastOn, 1);
  }
  return day;
}

/** The first day, `on` at the earliest, on which two of the periods hold. */
export function firstDayTwice(periods: readonly Period[], on: Day): Day | undefined {
  const sorted = periods
    .filter(({ lastOn }) => lastOn === null || lastOn >= on)
    .toSorted((one, other) => (one.firstOn < other.firstOn ? -1 : 1));
  const second = sorted.find(({ firstOn }, index) => {
    const before = sorted.slice(0, index);
    return before.some(({ lastOn }) => lastOn === null || lastOn >= firstOn);
  });
  return second && laterDay(second.firstOn, on);
}
