import { expect, it } from 'vitest';
import { termStepInWords } from '../../../../engine/words/term/words.ts';

it.each([
  ['2026-03-06', '2026-03-12', 'dal 6 al 12 marzo 2026'],
  ['2026-03-08', '2026-04-11', 'dall’8 marzo all’11 aprile 2026'],
  ['2026-12-20', '2027-01-01', 'dal 20 dicembre 2026 al 1° gennaio 2027'],
])('a stop from %s to %s says month and year once', (fromOn, toOn, said) => {
  const step = { code: 'stopped', params: { fromOn, toOn, days: 2 } } as const;
  expect(termStepInWords(step, 'it')).toBe(`Fermo ${said}: 2 giorni che non si contano.`);
});

it('a length is told in its unit', () => {
  const step = { code: 'begun', params: { length: 6, unit: 'months', on: '2026-03-11' } } as const;
  expect(termStepInWords(step, 'it')).toBe('6 mesi dall’11 marzo 2026; quel giorno non si conta.');
  expect(termStepInWords(step, 'en')).toBe('6 months from 11 March 2026; that day is not counted.');
});

it('an extension says from how much to how much, and why', () => {
  const params = {
    act: 'extend',
    from: 30,
    to: 45,
    unit: 'days',
    on: '2026-03-20',
    reason: 'Atti complessi.',
  } as const;
  expect(termStepInWords({ code: 'changed', params }, 'it')).toBe(
    'Prorogato il 20 marzo 2026: da 30 a 45 giorni. Perché: Atti complessi.',
  );
  expect(termStepInWords({ code: 'changed', params }, 'en')).toBe(
    'Extended on 20 March 2026: from 30 to 45 days. Why: Atti complessi.',
  );
});

it('an end that is moved says off which days', () => {
  const off = [
    { on: '2026-04-05', why: 'sunday' },
    { on: '2026-04-06', why: 'holiday', name: 'Lunedì dell’Angelo' },
  ] as const;
  const step = { code: 'moved', params: { off, to: '2026-04-07' } } as const;
  expect(termStepInWords(step, 'it')).toBe(
    'Il 5 aprile 2026 è domenica, il 6 aprile 2026 è festa (Lunedì dell’Angelo): finisce il 7 aprile 2026.',
  );
  expect(termStepInWords(step, 'en')).toContain('6 April 2026 is a public holiday (Lunedì dell’Angelo)');
});

it('a term after another names it', () => {
  const params = { length: 15, unit: 'days', after: { termId: 'proposta', label: 'Proposta' } } as const;
  const from = (step: object) => ({ code: 'begun-after', params: { ...params, ...step } }) as const;
  expect(termStepInWords(from({ on: '2026-04-01' }), 'it')).toBe(
    '15 giorni da quando finisce «Proposta», il 1° aprile 2026.',
  );
  expect(termStepInWords(from({}), 'it')).toBe('15 giorni da quando finisce «Proposta», che ora è fermo.');
});
