import { Temporal } from 'temporal-polyfill';
import type { FeelDate, FeelTime } from './value.ts';

const offsetForm = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;
const greatestOffset = 14 * 3600;

/** Whether a text names a zone: an offset of at most fourteen hours, or a zone of the IANA database. */
export function isZone(zone: string): boolean {
  const offset = fixedOffset(zone);
  if (offset !== undefined) return Math.abs(offset) <= greatestOffset;
  return !offsetForm.test(zone) && isNamedZone(zone);
}

/** The seconds by which the wall clock of a zone is ahead of UTC at a local date and time; 0 when there is no zone. */
export function offsetAt(date: FeelDate, { hour, minute, second, zone }: FeelTime): number {
  if (zone === null) return 0;
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  const clock = { hour, minute, second: Math.floor(second) };
  const local = Temporal.PlainDateTime.from({ ...inReach(date), ...clock });
  return local.toZonedDateTime(zone).offsetNanoseconds / 1e9;
}

/** The same at an instant, given as days and seconds since 1970 in UTC. */
export function offsetAtInstant(zone: string, epochSeconds: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  const bounded = Math.min(Math.max(epochSeconds, -8.64e12 + 86_400), 8.64e12 - 86_400);
  return (
    Temporal.Instant.fromEpochMilliseconds(Math.floor(bounded) * 1000).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9
  );
}

/** An offset in seconds as the name of a zone, such as `+02:00`. */
export function zoneOfOffset(seconds: number): string {
  const size = Math.abs(seconds);
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  const rest = size % 60 === 0 ? '' : `:${two(size % 60)}`;
  return `${seconds < 0 ? '-' : '+'}${two(size / 3600)}:${two((size % 3600) / 60)}${rest}`;
}

function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC') return 0;
  const [, sign, hours, minutes, seconds = '0'] = offsetForm.exec(zone) ?? [];
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

// The time library ends 271,821 years before and 275,760 after our era; zones of such years are those of a year with
// the same calendar.
function inReach({ year, month, day }: FeelDate): { year: number; month: number; day: number } {
  if (Math.abs(year) < 200_000) return { year, month, day };
  return { year: 2000 + (((year % 400) + 400) % 400), month, day };
}

const known = new Map<string, boolean>();

function isNamedZone(zone: string): boolean {
  const before = known.get(zone);
  if (before !== undefined) return before;
  const found = asksForZone(zone);
  if (known.size < 1000) known.set(zone, found);
  return found;
}

function asksForZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return /^[A-Za-z]/.test(zone);
  } catch {
    // The library has no other way to say that it does not know a zone.
    return false;
  }
}
