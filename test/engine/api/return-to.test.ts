import { describe, expect, it } from 'vitest';
import { safeReturnTo } from '../../../engine/api/return-to.ts';

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
    ['javascript:alert(1)', 'a script'],
    ['pratiche', 'no path'],
    ['/auth/citizen/sign-out', 'our own machinery'],
    ['/api/v1/tasks', 'the API'],
    [`/${'a'.repeat(600)}`, 'too long'],
    [undefined, 'nothing'],
    [['/a', '/b'], 'two answers'],
  ])('never goes to %s: %s', (path) => {
    expect(safeReturnTo(path, 'citizen', base)).toBe('/');
    expect(safeReturnTo(path, 'office', base)).toBe('/ufficio');
  });
});
