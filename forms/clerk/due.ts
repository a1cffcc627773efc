import { t } from '../text/clerk.ts';

/** How urgent a day is; each tone has a colour, and always words beside it. */
export type DueTone = 'late' | 'today' | 'soon' | 'calm' | 'stopped';

/** A due day in words. */
export interface Due {
  readonly tone: DueTone;
  readonly text: string;
}

/** Days ahead under which a due day is shown as near. */
const soonDays = 5;

/** Gives the whole days from one calendar day to another, both `YYYY-MM-DD`; negative when `to` is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Says how far the due day of a task is from `today`: "scaduta da 2 giorni", "scade oggi", "tra 3 giorni". */
export function taskDue(dueOn: string, today: string): Due {
  return dueIn(daysBetween(today, dueOn), (count) => t('clerk.due.taskLate', { count }));
}

/** Says where a legal term stands: the distance of its last day while it runs, the state in words otherwise. */
export function termDue(
  term: { readonly deadlineOn?: string; readonly state?: string },
  today: string,
): Due | undefined {
  if (term.state === 'suspended') return { tone: 'stopped', text: t('clerk.due.suspended') };
  if (term.state === 'interrupted') return { tone: 'stopped', text: t('clerk.due.interrupted') };
  if (term.state === 'ended') return { tone: 'calm', text: t('clerk.due.ended') };
  if (term.deadlineOn === undefined) {
    return term.state === 'expired' ? { tone: 'late', text: t('clerk.due.expired') } : undefined;
  }
  return dueIn(daysBetween(today, term.deadlineOn), (count) => t('clerk.due.termLate', { count }));
}

function dueIn(days: number, late: (count: number) => string): Due {
  if (days < 0) return { tone: 'late', text: late(-days) };
  if (days === 0) return { tone: 'today', text: t('clerk.due.today') };
  if (days === 1) return { tone: 'soon', text: t('clerk.due.tomorrow') };
  return { tone: days <= soonDays ? 'soon' : 'calm', text: t('clerk.due.ahead', { count: days }) };
}
