import { expect, it } from 'vitest';
import { remembered } from '../../../engine/store/remembered.ts';

const minute = 60_000;

/** A clock that is moved, and readings that end when they are told to. */
function aReading() {
  const open: PromiseWithResolvers<string>[] = [];
  let now = 0;
  const value = remembered({
    clock: () => new Date(now).toISOString(),
    freshMs: minute,
    read: () => {
      const reading = withResolvers<string>();
      open.push(reading);
      return reading.promise;
    },
  });
  return { value, open, later: (ms: number) => void (now += ms) };
}

type PromiseWithResolvers<Value> = ReturnType<typeof withResolvers<Value>>;

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<Value>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

it('those who ask first wait for one reading together', async () => {
  const { value, open } = aReading();
  const asked = [value(), value(), value()];
  open[0]?.resolve('first');
  expect(await Promise.all(asked)).toEqual(['first', 'first', 'first']);
  expect(open).toHaveLength(1);
});

it('an old value is given while a new one is read', async () => {
  const { value, open, later } = aReading();
  const first = value();
  open[0]?.resolve('first');
  await first;
  later(minute + 1);
  expect(await value()).toBe('first');
  expect(await value()).toBe('first');
  expect(open).toHaveLength(2);
  open[1]?.resolve('second');
  await open[1]?.promise;
  expect(await value()).toBe('second');
});

it('a reading that fails leaves the old value and is tried again', async () => {
  const { value, open, later } = aReading();
  const first = value();
  open[0]?.resolve('first');
  await first;
  later(minute + 1);
  await value();
  open[1]?.reject(new Error('away'));
  await open[1]?.promise.catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await value()).toBe('first');
  expect(open).toHaveLength(3);
});

it('the first reading that fails is told to those who wait and not remembered', async () => {
  const { value, open } = aReading();
  const first = value();
  open[0]?.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await new Promise((resolve) => setImmediate(resolve));
  const second = value();
  open[1]?.resolve('back');
  expect(await second).toBe('back');
});
