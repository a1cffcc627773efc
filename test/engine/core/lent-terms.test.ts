import { describe, expect, it } from 'vitest';
import { namedInside, namedOutside, termIdOf } from '../../../engine/core/lent-terms.ts';
import { startTerm, suspendTerm } from '../../../engine/core/term.ts';

const term = (termId: string) =>
  startTerm(
    { termId, label: 'Un termine', days: 30, ground: 'L. 241/1990, art. 2', main: termId === 'risposta' },
    '2026-03-02',
  );

const stopped = (termId: string) => suspendTerm(term(termId), '2026-03-10', { ground: 'L. 241/1990, art. 2 c. 7' });

describe('a called process that is no part', () => {
  const call = { executionId: 'w7' };

  it('knows the terms of the dossier by their ids and moves them', () => {
    const before = { risposta: term('risposta') };
    expect(termIdOf('risposta', call)).toBe('risposta');
    expect(namedInside(before, call)).toEqual(before);
    expect(namedOutside(before, { risposta: stopped('risposta') }, call)).toEqual({ risposta: stopped('risposta') });
  });
});

describe('a part', () => {
  const call = { executionId: 'w7', lent: { main: 'risposta' } };
  const before = { risposta: term('risposta'), 'w3:integrazione': term('w3:integrazione') };

  it('knows what it is lent by the name of its interface', () => {
    expect(namedInside(before, call)['main']).toBe(before.risposta);
    const moved = namedOutside(before, { ...namedInside(before, call), main: stopped('risposta') }, call);
    expect(moved).toEqual({ ...before, risposta: stopped('risposta') });
  });

  it('has terms of its own, which belong to this call of it', () => {
    const begun = namedOutside(before, { ...namedInside(before, call), integrazione: term('integrazione') }, call);
    expect(begun).toEqual({ ...before, 'w7:integrazione': term('w7:integrazione') });
    expect(namedInside(begun, call)['integrazione']).toEqual(term('w7:integrazione'));
  });

  it('keeps its own terms where it is lent none', () => {
    const alone = { executionId: 'w9', lent: {} };
    const begun = namedOutside({}, { integrazione: term('integrazione') }, alone);
    expect(Object.keys(begun)).toEqual(['w9:integrazione']);
  });
});
