import { Temporal } from 'temporal-polyfill';
import { legalZone } from '../../rules/feel.ts';
import type { Instant } from '../types.ts';

/** Whether a text is an ISO 8601 duration such as `P30D` or `PT1H`. */
export function isDuration(text: string): boolean {
  return attempt(() => Temporal.Duration.from(text)) !== undefined;
}

/** Whether a text is a date or an instant that {@link readInstant} understands. */
export function isInstantText(text: string): boolean {
  return readInstant(text) !== undefined;
}

/**
 * The instant an ISO 8601 text names: with an offset or zone as it says; without one, and for a mere date, in Italian
 * legal time. Absent when the text is neither.
 */
export function readInstant(text: string): Instant | undefined {
  const iso = withBracketedZone(text);
  const instant =
    attempt(() => Temporal.Instant.from(iso)) ??
    attempt(() => Temporal.ZonedDateTime.from(iso).toInstant()) ??
    attempt(() => Temporal.PlainDateTime.from(iso).toZonedDateTime(legalZone).toInstant());
  return instant && toInstantText(instant);
}

/**
 * The instant a duration after another. Days have 24 hours, months and years those of the calendar in UTC. Absent
 * when the text is no ISO 8601 duration.
 */
export function addDuration(now: Instant, duration: string): Instant | undefined {
  const sum = attempt(() => Temporal.Instant.from(now).toZonedDateTimeISO('UTC').add(duration).toInstant());
  return sum && toInstantText(sum);
}

/** How often a duration has to be added to an instant, and to which it leads. */
export interface Step {
  readonly at: Instant;
  readonly steps: number;
}

/**
 * The first instant after another that is so many durations away from a beginning, as {@link addDuration} adds them one
 * by one. Absent when the text is no ISO 8601 duration or leads nowhere.
 */
export function nextStep(from: Instant, duration: string, after: Instant): Step | undefined {
  const length = lengthOf(duration);
  if (length === undefined) return nextInCalendar(from, duration, after);
  if (length <= 0) return undefined;
  const steps = Math.max(0, Math.floor((Date.parse(after) - Date.parse(from)) / length)) + 1;
  return { at: new Date(Date.parse(from) + steps * length).toISOString(), steps };
}

function nextInCalendar(from: Instant, duration: string, after: Instant): Step | undefined {
  let at = from;
  for (let steps = 1; ; steps += 1) {
    const next = addDuration(at, duration);
    if (next === undefined || next <= at) return undefined;
    if (next > after) return { at: next, steps };
    at = next;
  }
}

// Milliseconds; absent where years and months make it depend on the calendar.
function lengthOf(text: string): number | undefined {
  const duration = attempt(() => Temporal.Duration.from(text));
  if (duration === undefined || duration.years !== 0 || duration.months !== 0) return undefined;
  return duration.total({ unit: 'milliseconds', relativeTo: Temporal.PlainDate.from('1970-01-01') });
}

/** The duration from an instant to a later one. */
export function durationBetween(from: Instant, to: Instant): string {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).toString();
}

// FEEL writes `2026-03-01T10:00:00@Europe/Rome`, Temporal reads `[Europe/Rome]`.
function withBracketedZone(text: string): string {
  return text.replace(/@([\w/+-]+)$/, '[$1]');
}

function toInstantText(instant: Temporal.Instant): Instant {
  return instant.toString({ fractionalSecondDigits: 3 });
}

// Temporal tells "not of this form" only by throwing.
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
