import { describe, expect, it } from 'vitest';
import {
  isConcluded,
  isDecided,
  isOpen,
  isOutcome,
  milestoneLabel,
  milestones,
  milestonesOf,
  outcomeKind,
  outcomeLabel,
  outcomes,
} from '../../../engine/core/status.ts';

const way = (milestone: string, reached: readonly string[], closedAt?: string) =>
  milestonesOf({ milestone, ...(closedAt === undefined ? {} : { closedAt }) }, reached).map(
    ({ code, state }) => `${code} ${state}`,
  );
const closedAt = '2026-03-02T09:00:00.000Z';

describe('the milestones of a dossier', () => {
  it('show the usual way', () => {
    expect(way('in-verifica', ['in-verifica'])).toEqual([
      'ricevuta done',
      'in-verifica current',
      'in-decisione next',
      'conclusa next',
    ]);
  });

  it('show an unusual stop from when it happens', () => {
    expect(way('attesa-integrazioni', ['in-verifica', 'attesa-integrazioni'])).toContain('attesa-integrazioni current');
    expect(way('in-decisione', ['in-verifica', 'attesa-integrazioni', 'in-decisione'])).toContain(
      'attesa-integrazioni done',
    );
    expect(way('in-decisione', ['in-verifica', 'in-decisione']).join()).not.toContain('attesa');
  });

  it('are done as far as the dossier has passed them', () => {
    const reached = ['in-verifica', 'in-decisione', 'conclusa'];
    expect(way('conclusa', reached, closedAt)).toEqual([
      'ricevuta done',
      'in-verifica done',
      'in-decisione done',
      'conclusa done',
    ]);
  });

  it('that a withdrawal has cut off are not passed', () => {
    expect(way('conclusa', ['in-verifica', 'conclusa'], closedAt)).toEqual([
      'ricevuta done',
      'in-verifica done',
      'conclusa done',
    ]);
  });

  it('go back to the decision during a review', () => {
    const reached = ['in-verifica', 'in-decisione', 'conclusa', 'in-decisione'];
    expect(way('in-decisione', reached)).toEqual([
      'ricevuta done',
      'in-verifica done',
      'in-decisione current',
      'conclusa next',
    ]);
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
    expect(milestoneLabel('ignota')).toBe('ignota');
  });

  it('says every stop and outcome in words of its own', () => {
    const labels = [...milestones, ...outcomes].map(({ label }) => label);
    expect(labels.filter((label) => !/^[A-Z][a-z]+/.test(label))).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('knows the codes of outcomes', () => {
    expect([isOutcome('accolta'), isOutcome('conclusa')]).toEqual([true, false]);
  });

  it.each([
    ['accolta', 'granted'],
    ['accolta-parzialmente', 'partly-granted'],
    ['differita', 'partly-granted'],
    ['diniego', 'denied'],
    ['diniego-tacito', 'denied'],
    ['ritirata', 'not-decided'],
    ['irricevibile', 'not-decided'],
    ['improcedibile', 'not-decided'],
    ['archiviata', 'not-decided'],
    ['ignoto', 'not-decided'],
  ] as const)('%s means for the applicant: %s', (code, kind) => {
    expect(outcomeKind(code)).toBe(kind);
  });

  it('is concluded when closed, or answered without a review under way', () => {
    expect(isConcluded({ milestone: 'conclusa' })).toBe(true);
    expect(isConcluded({ milestone: 'in-decisione' })).toBe(false);
    expect(isConcluded({ milestone: 'in-decisione', closedAt })).toBe(true);
    expect(isDecided({})).toBe(false);
  });
});
