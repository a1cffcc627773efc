import { nextOfCron } from './cron.ts';
import { valueAt, wrongType } from './expressions.ts';
import type { Place } from './expressions.ts';
import { addDuration, isDuration, readInstant } from './time.ts';
import type { Instant } from './types.ts';

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

/** Whether a text is a cycle: `R3/PT10H`, `R/2026-01-01T08:00Z/P1D`, with an end as a further part, or cron. */
export function isCycle(text: string): boolean {
  return readInterval(text) !== undefined || nextOfCron(text, '2026-01-01T00:00:00.000Z') !== undefined;
}

/**
 * The cycle of a text or FEEL, beginning now.
 * @throws ExecutionProblem `feel.wrong-type` when it is no cycle
 */
export function firstOfCycle(expression: string, place: Place): Cycle {
  const value = valueAt(expression, place);
  const cycle = typeof value === 'string' ? beginCycle(value, place.now) : undefined;
  if (cycle !== undefined) return cycle;
  throw wrongType('feel.wrong-type', { text: expression, value, expected: 'un ciclo ISO 8601 o cron' }, place);
}

/** The cycle of a text that begins at an instant; absent when the text is none. */
export function beginCycle(text: string, now: Instant): Cycle | undefined {
  const interval = readInterval(text);
  if (interval === undefined) {
    const dueAt = nextOfCron(text, now);
    return dueAt === undefined ? undefined : { text, dueAt };
  }
  const { times, start, duration } = interval;
  const dueAt = start ?? addDuration(now, duration);
  return dueAt === undefined ? undefined : { text, dueAt, ...(times !== undefined && { left: times - 1 }) };
}

/** The cycle after it has been due once; absent when that was the last time. */
export function nextOfCycle({ text, dueAt, left }: Cycle): Cycle | undefined {
  if (left === 0) return undefined;
  const interval = readInterval(text);
  const next = interval === undefined ? nextOfCron(text, dueAt) : addDuration(dueAt, interval.duration);
  if (next === undefined || (interval?.end !== undefined && next > interval.end)) return undefined;
  return { text, dueAt: next, ...(left !== undefined && { left: left - 1 }) };
}

// ISO 8601: R[n]/[start/]duration[/end].
function readInterval(text: string): RepeatingInterval | undefined {
  const [repeat = '', ...rest] = text.trim().split('/');
  const times = /^R(\d*)$/.exec(repeat)?.[1];
  const at = rest.findIndex((part) => isDuration(part));
  const duration = rest[at];
  if (times === undefined || times === '0' || duration === undefined || rest.length > 3) return undefined;
  const start = readInstant(rest[at - 1] ?? '');
  const end = readInstant(rest[at + 1] ?? '');
  if ((at > 0 && start === undefined) || (at < rest.length - 1 && end === undefined)) return undefined;
  return {
    duration,
    ...(times !== '' && { times: Number(times) }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
