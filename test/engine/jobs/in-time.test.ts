import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTime } from '../../../engine/jobs/in-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each<[what: string, work: () => Promise<string>]>([
  ['that gives its result', () => Promise.resolve('done')],
  ['that is refused', () => Promise.reject(new Error('refused'))],
  [
    'that throws before it waits',
    () => {
      throw new Error('thrown');
    },
  ],
])('work %s leaves no clock behind', async (_what, work) => {
  await inTime(1000, work).catch(() => undefined);
  expect(vi.getTimerCount()).toBe(0);
});

it('work that takes too long is refused, and told so', async () => {
  const told: boolean[] = [];
  const late = inTime(
    1000,
    (signal) => new Promise<string>(() => signal.addEventListener('abort', () => told.push(true))),
  );
  const refused = expect(late).rejects.toThrow('No answer within 1000 ms');
  await vi.advanceTimersByTimeAsync(1000);
  await refused;
  expect(told).toEqual([true]);
});
