import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { seal, unseal } from '../../../engine/connect/seal.ts';

const keyOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const about = ['r_emiro', 'http/registro', 'apiKey'];
const sealed = seal(keyOf('one'), 'parola segreta', about);

it('what was sealed is opened by the key', () => {
  expect(unseal(keyOf('one'), sealed, about)).toBe('parola segreta');
  expect(sealed).not.toContain('parola');
});

it('the same text is never sealed into the same twice', () => {
  expect(seal(keyOf('one'), 'parola segreta', about)).not.toBe(sealed);
});

it.each([
  ['another key', () => unseal(keyOf('two'), sealed, about)],
  ['another body', () => unseal(keyOf('one'), sealed, ['r_piemonte', ...about.slice(1)])],
  [
    'a change',
    () =>
      unseal(
        keyOf('one'),
        sealed.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')),
        about,
      ),
  ],
  ['no sealed text', () => unseal(keyOf('one'), 'parola segreta', about)],
])('%s does not open it', (_what, open) => {
  expect(open).toThrow();
});
