import { nextOfCron } from './cron.ts';
import { addDuration, durationBetween, isDuration, nextStep, readInstant } from './instants.ts';
import type { Instant } from '../types.ts';

/** A cycle under way: its text, when it is due, and how often it comes back after that; absent: for ever. */
export interface Cycle {
  readonly text: string;
  readonly dueAt: Instant;
  readonly left?: number;
}

interface RepeatingInterval {
  readonly times?: number;
  readonly start?: Instant;
  readonly duration: string;
  readonly end?: Instant;
}

/**
 * Whether a text is a cycle: `R3/PT10H`, `R/2026-01-01T08:00Z/P1D`, with an end as a further part, with a start and an
 * end of the first time alone, or cron.
 */
export function isCycle(text: string): boolean {
  return readInterval(text) !== undefined || nextOfCron(text, '2026-01-01T00:00:00.000Z') !== undefined;
}

/**
 * The cycle of a text that begins at an instant; absent when the text is none. What its start has missed by then is
 * left out; where that is all, it is due once and at once.
 */
export function beginCycle(text: string, now: Instant): Cycle | undefined {
  const interval = readInterval(text);
  if (interval === undefined) {
    const dueAt = nextOfCron(text, now);
    return dueAt === undefined ? undefined : { text, dueAt };
  }
  const { times, start, duration } = interval;
  const dueAt = start ?? addDuration(now, duration);
  if (dueAt === undefined) return undefined;
  const first: Cycle = { text, dueAt, ...(times !== undefined && { left: times - 1 }) };
  return dueAt < now ? (nextOfCycle(first, now) ?? { text, dueAt, left: 0 }) : first;
}

/**
 * The cycle after it has been due once: the first time that is still to come at an instant, what was missed meanwhile
 * being gone. Absent when there is none.
 */
export function nextOfCycle({ text, dueAt, left }: Cycle, now: Instant): Cycle | undefined {
  if (left === 0) return undefined;
  const interval = readInterval(text);
  const after = now > dueAt ? now : dueAt;
  if (interval === undefined) return cronAfter(text, after, left);
  const next = nextStep(dueAt, interval.duration, after);
  if (next === undefined || (interval.end !== undefined && next.at > interval.end)) return undefined;
  if (left === undefined) return { text, dueAt: next.at };
  return next.steps > left ? undefined : { text, dueAt: next.at, left: left - next.steps };
}

function cronAfter(text: string, after: Instant, left: number | undefined): Cycle | undefined {
  const dueAt = nextOfCron(text, after);
  return dueAt === undefined ? undefined : { text, dueAt, ...(left !== undefined && { left: left - 1 }) };
}

// ISO 8601: R[n]/[start/]duration[/end], or R[n]/start/end, which are those of the first time.
function readInterval(text: string): RepeatingInterval | undefined {
  const [repeat = '', ...rest] = text.trim().split('/');
  const times = /^R(\d*)$/.exec(repeat)?.[1];
  if (times === undefined || times === '0' || rest.length > 3) return undefined;
  const spanned = readSpan(rest);
  return spanned && { ...spanned, ...(times !== '' && { times: Number(times) }) };
}

function readSpan(parts: readonly string[]): Omit<RepeatingInterval, 'times'> | undefined {
  const at = parts.findIndex((part) => isDuration(part));
  if (at < 0) return readFirstTime(parts);
  const duration = parts[at];
  const start = readInstant(parts[at - 1] ?? '');
  const end = readInstant(parts[at + 1] ?? '');
  if (duration === undefined || nextStep(emptyAt, duration, emptyAt) === undefined) return undefined;
  if ((at > 0 && start === undefined) || (at < parts.length - 1 && end === undefined)) return undefined;
  return { duration, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}

const emptyAt: Instant = '2026-01-01T00:00:00.000Z';

function readFirstTime(parts: readonly string[]): Omit<RepeatingInterval, 'times'> | undefined {
  const [start, end] = parts.map(readInstant);
  if (parts.length !== 2 || start === undefined || end === undefined || end <= start) return undefined;
  return { start, duration: durationBetween(start, end) };
}
