import { expect, it } from 'vitest';
import { isSomebodyThere } from '../../../forms/kit/presence.ts';

it('a page that was just opened has somebody at it', () => {
  expect(isSomebodyThere()).toBe(true);
});

it('a page without a sign of anybody for more than a minute has nobody at it', () => {
  expect(isSomebodyThere(Date.now() + 10 * 60_000)).toBe(false);
});
