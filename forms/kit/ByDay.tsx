import type { ReactNode } from 'react';
import { formatDate } from '../text/format.ts';
import { t } from '../text/text.ts';

/** Something that happened at an instant (ISO 8601). */
interface Happening {
  readonly at: string;
}

/** Settings of entries by day. */
export interface ByDayProps<Entry extends Happening> {
  /** In the order in which they are read. */
  readonly entries: readonly Entry[];
  /** Draws the entries of one day. */
  readonly children: (entries: readonly Entry[]) => ReactNode;
}

function daysOf<Entry extends Happening>(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = formatDate(entry.at);
    const happened = days.get(day);
    if (happened === undefined) days.set(day, [entry]);
    else happened.push(entry);
  }
  return days;
}

/** Entries under the day in Rome on which they happened; each day is closed until somebody opens it. */
export const ByDay = <Entry extends Happening>({ entries, children }: ByDayProps<Entry>) => (
  <div className="iter-days">
    {[...daysOf(entries)].map(([day, happened]) => (
      <details key={day}>
        <summary>
          {day} <span>{t('kit.days.count', { count: happened.length })}</span>
        </summary>
        {children(happened)}
      </details>
    ))}
  </div>
);
