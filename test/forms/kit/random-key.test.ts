import { describe, expect, it } from 'vitest';
import { randomKey } from '../../../forms/kit/random-key.ts';

describe('a random key', () => {
  it('is a UUID of version four', () => {
    expect(randomKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('differs from the one before', () => {
    expect(randomKey()).not.toBe(randomKey());
  });
});
