import { Temporal } from 'temporal-polyfill';
import { legalZone } from '../rules/feel.ts';
import type { Instant } from './types.ts';

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
