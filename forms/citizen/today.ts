import type { Answers } from '../schema/document.ts';

const romeDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });

/** The day on which a form is filled, `YYYY-MM-DD` in Rome: the server's, and the browser's only when it said none. */
export function todayOf(context: Answers, now: Date = new Date()): string {
  const today = context['today'];
  return typeof today === 'string' ? today : romeDay.format(now);
}
