import { describe, expect, it } from 'vitest';
import { milestones, outcomes } from '../../../engine/core/status.ts';
import { milestoneView, outcomeView, type StandingCard } from '../../../engine/words/standing.ts';

const shortCard = { category: 'Access', title: 'Access', shortDescription: 'Access' };

const card: StandingCard = {
  outcomes: { assegnato: { label: 'Contributo assegnato', kind: 'granted' } },
  milestones: { graduatoria: { label: 'In graduatoria', kind: 'waiting-others', usual: true } },
  translations: { en: { ...shortCard, outcomes: { assegnato: 'Grant awarded' } } },
};

describe('an outcome or a milestone in words', () => {
  it('is that of everybody in both languages', () => {
    expect(outcomeView('diniego-tacito', card)).toEqual({
      code: 'diniego-tacito',
      label: 'Respinta per silenzio',
      labelInEnglish: 'Refused by silence',
      kind: 'silent-refusal',
    });
    expect(milestoneView('attesa-altri', card)).toEqual({
      code: 'attesa-altri',
      label: 'In attesa di altri',
      labelInEnglish: 'Waiting for others',
      kind: 'waiting-others',
    });
  });

  it('is that of the card where it is its own', () => {
    expect(outcomeView('assegnato', card)).toEqual({
      code: 'assegnato',
      label: 'Contributo assegnato',
      labelInEnglish: 'Grant awarded',
      kind: 'granted',
    });
    expect(milestoneView('graduatoria', card)).toEqual({
      code: 'graduatoria',
      label: 'In graduatoria',
      kind: 'waiting-others',
    });
  });

  it('is the code itself where nobody knows it', () => {
    expect(outcomeView('constructor', card)).toEqual({ code: 'constructor', label: 'constructor', kind: 'other' });
  });

  it.each(['label', 'labelInEnglish'] as const)('differs from every other (%s)', (member) => {
    const labels = [
      ...milestones.map(({ code }) => milestoneView(code, {})[member]),
      ...outcomes.map(({ code }) => outcomeView(code, {})[member]),
    ];
    expect(labels.filter((label) => !/^[A-Z][a-z]+/.test(label ?? ''))).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  });
});
