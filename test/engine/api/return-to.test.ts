import { describe, expect, it } from 'vitest';
import { safeReturnTo } from '../../../engine/api/return-to.ts';
import { fc } from '../../support/random.ts';

const base = 'https://sportello.example.it';

describe('the way back after signing in', () => {
  it.each(['/pratiche', '/servizi/accesso-agli-atti/avvia', '/ufficio?show=mine', '/pratiche#messaggi'])(
    'goes to %s',
    (path) => {
      expect(safeReturnTo(path, 'citizen', base)).toBe(path);
    },
  );

  it.each<[unknown, string]>([
    ['https://evil.example/', 'another site'],
    ['//evil.example/', 'another site without its scheme'],
    ['/\\evil.example', 'a backslash that browsers read as a slash'],
    ['/\t/evil.example', 'a tab that browsers drop'],
    ['/..//evil.example', 'a way up that leaves two slashes'],
    ['/.//evil.example', 'a place that leaves two slashes'],
    ['/%2e%2e//evil.example', 'an encoded way up'],
    ['/a/..//evil.example/', 'a way down and up'],
    ['/..\\\\evil.example', 'a way up with backslashes'],
    ['/..//giulia:parola@evil.example', 'a name before the site'],
    ['/\n/evil.example', 'a line end that browsers drop'],
    ['javascript:alert(1)', 'a script'],
    ['pratiche', 'no path'],
    ['/auth/citizen/sign-out', 'our own machinery'],
    ['/AUTH/citizen/sign-in', 'our own machinery in capitals'],
    ['/x/../api/v1/tasks', 'the API by a way round'],
    ['/api/v1/tasks', 'the API'],
    [`/${'a'.repeat(600)}`, 'too long'],
    [undefined, 'nothing'],
    [['/a', '/b'], 'two answers'],
  ])('never goes to %s: %s', (path) => {
    expect(safeReturnTo(path, 'citizen', base)).toBe('/');
    expect(safeReturnTo(path, 'office', base)).toBe('/ufficio');
  });
});

const piece = fc.constantFrom(
  ...['/', '//', '\\', '.', '..', '%2e', '%2f', '%5c', '%00', '\t', '\n', '\r', ' ', '@', ':', '?', '#', ';'],
  ...[
    'evil.example',
    'https:',
    'javascript:',
    'sportello.example.it',
    'auth',
    '[::1]',
    'à',
    '／',
    '。',
    '\u200b',
    '\ud800',
  ],
);
const address = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `/${text}`),
);

it('no address whatever leads away from the site', () => {
  fc.assert(
    fc.property(address, fc.constantFrom('citizen' as const, 'office' as const), (given, audience) => {
      const path = safeReturnTo(given, audience, base);
      const followed = new URL(path, `${base}/auth/${audience}/callback?code=x`);
      expect(followed.origin).toBe(base);
      expect(followed.username + followed.password).toBe('');
      expect(followed.pathname + followed.search + followed.hash).toBe(path);
      expect(followed.pathname).not.toMatch(/^\/(auth|api|idp)(\/|$)/i);
      expect(safeReturnTo(path, audience, base)).toBe(path);
    }),
    { numRuns: 5000 },
  );
});
