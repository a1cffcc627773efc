import { perLanguage } from '../text/language.ts';

const romeDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });
const romeMinute = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' }),
);
const numbers = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { timeZone: 'Europe/Rome', day: '2-digit', month: '2-digit', year: 'numeric' }),
);

/** Gives the calendar day in Europe/Rome (`YYYY-MM-DD`) of an instant. */
export function dayInRome(at: Date): string {
  return romeDay.format(at);
}

/** By how much the server's clock is ahead of the one of this machine, in milliseconds. */
let aheadMs = 0;

/** Learns what time it is at the server, from an instant that it has just given. */
export function setServerTime(at: string, now: number = Date.now()): void {
  aheadMs = Date.parse(at) - now;
}

/** Gives today's day in Europe/Rome by the server's clock; only for words, never for terms. */
export function today(now: number = Date.now()): string {
  return dayInRome(new Date(now + aheadMs));
}

/** Writes an instant as the hour and minute in Rome: `10:42`. Takes ISO 8601 or milliseconds. */
export function timeOf(instant: string | number): string {
  return romeMinute().format(new Date(instant));
}

/** Writes a day (`YYYY-MM-DD`) or an instant in figures, for narrow columns: `02/04/2026`. */
export function dayInFigures(text: string): string {
  return numbers().format(new Date(text.length === 10 ? `${text}T12:00:00Z` : text));
}
