import { expect, it } from 'vitest';
import { presentTermInForce, presentTerms } from '../../../engine/api/present/terms.ts';
import type { Term } from '../../../engine/core/dossier.ts';
import { chainTerm, resumeTerm, suspendTerm } from '../../../engine/core/term.ts';
import { aProcedure, aTerm } from '../../support/builders.ts';

const why = { ground: 'L. 241/1990, art. 10-bis', maxDays: 30 };
const shown = (term: Term, today: string) => presentTermInForce({ terms: { [term.termId]: term } }, today);

it('a term is shown with its length in its unit', () => {
  expect(shown(aTerm({ days: 6, unit: 'months' }), '2026-03-10')).toMatchObject({ days: 6, unit: 'months' });
  expect(shown(aTerm(), '2026-03-10')).not.toHaveProperty('unit');
});

it('a stop that lasts beyond the act that ends it is shown until it is over', () => {
  const observed = resumeTerm(suspendTerm(aTerm(), '2026-03-10', why), '2026-03-25');
  expect(shown(observed, '2026-03-24')).toMatchObject({ state: 'suspended', stopReason: why.ground });
  // Fifteen days are not counted: 1 April + 15.
  expect(shown(observed, '2026-03-25')).toMatchObject({ state: 'running', deadlineOn: '2026-04-16' });
  expect(shown(observed, '2026-03-25')).not.toHaveProperty('stopReason');
});

it('a term stands still while the one before it does', () => {
  const proposal = suspendTerm(aTerm({ termId: 'istruttoria' }), '2026-03-10', why);
  const act = chainTerm(aTerm({ days: 15 }), proposal);
  expect(shown(act, '2026-03-20')).toMatchObject({ state: 'suspended', stopReason: why.ground });
  expect(shown(act, '2026-03-20')).not.toHaveProperty('deadlineOn');
});

it('with a dossier each step of a last day is told in the language of the reader', async () => {
  const procedure = await aProcedure();
  const stopped = resumeTerm(suspendTerm(aTerm(), '2026-03-06', why), '2026-03-12');
  const dossier = { terms: { [stopped.termId]: stopped }, variables: {} };
  const steps = (language: 'it' | 'en') =>
    presentTerms(dossier, { today: '2026-03-13', language }, procedure).map((term) => term.steps);
  expect(steps('it')[0]?.at(1)).toEqual({
    code: 'stopped',
    text: 'Fermo dal 6 al 12 marzo 2026: 6 giorni che non si contano.',
    ground: why.ground,
    endOn: '2026-04-07',
  });
  expect(steps('en')[0]?.at(1)?.text).toBe('Stopped from 6 March 2026 to 12 March 2026: 6 days that are not counted.');
});
