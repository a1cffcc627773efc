import { describe, expect, it } from 'vitest';
import { isDecided, isOpen, milestoneLabel, milestonesOf, outcomeLabel } from '../../../engine/core/status.ts';

const way = (milestone: string, closedAt?: string) =>
  milestonesOf({ milestone, ...(closedAt === undefined ? {} : { closedAt }) }).map(
    ({ code, state }) => `${code} ${state}`,
  );

describe('the milestones of a dossier', () => {
  it('show the usual way', () => {
    expect(way('in-verifica')).toEqual(['ricevuta done', 'in-verifica current', 'in-decisione next', 'conclusa next']);
  });

  it('show an unusual stop while it lasts', () => {
    expect(way('attesa-integrazioni')).toContain('attesa-integrazioni current');
    expect(way('in-decisione').join()).not.toContain('attesa');
  });

  it('are all done when it is closed', () => {
    expect(way('conclusa', '2026-03-02T09:00:00.000Z').every((step) => step.endsWith('done'))).toBe(true);
  });
});

describe('the status of a dossier', () => {
  it('is decided before it is closed', () => {
    const decided = { outcome: { code: 'accolta', decidedAt: '2026-03-02T09:00:00.000Z' } };
    expect(isDecided(decided)).toBe(true);
    expect(isOpen(decided as { closedAt?: string })).toBe(true);
  });

  it('has labels, and shows an unknown code as it is', () => {
    expect(milestoneLabel('attesa-altri')).toBe('In attesa di altri');
    expect(outcomeLabel('diniego-tacito')).toBe('Respinta per silenzio');
    expect(outcomeLabel('ignoto')).toBe('ignoto');
  });
});
