import { describe, expect, it } from 'vitest';
import {
  isConcluded,
  isDecided,
  isDrawnMilestone,
  isGranted,
  isOpen,
  isOutcome,
  milestoneKind,
  milestonesOf,
  outcomeKind,
  urgencyOf,
  type OwnStatus,
} from '../../../engine/core/status.ts';

interface Circumstances {
  readonly closedAt?: string;
  readonly own?: OwnStatus;
}

const way = (milestone: string, reached: readonly string[], { own = {}, ...closed }: Circumstances = {}) =>
  milestonesOf({ milestone, ...closed }, reached, own).map(({ code, state }) => `${code} ${state}`);

/** A procedure with a visit that happens to some, a hearing that happens to all, and a grant on conditions. */
const own: OwnStatus = {
  milestones: {
    sopralluogo: { label: 'Sopralluogo', kind: 'waiting-others', usual: false },
    audizione: { label: 'Audizione', kind: 'in-examination', usual: true },
  },
  outcomes: { 'accolta-con-prescrizioni': { label: 'Accolta con prescrizioni', kind: 'granted' } },
};
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
    expect(way('conclusa', reached, { closedAt })).toEqual([
      'ricevuta done',
      'in-verifica done',
      'in-decisione done',
      'conclusa done',
    ]);
  });

  it('that a withdrawal has cut off are not passed', () => {
    expect(way('conclusa', ['in-verifica', 'conclusa'], { closedAt })).toEqual([
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

describe('the milestones of a procedure with its own', () => {
  it('stand after those of everybody that are of their kind', () => {
    expect(way('sopralluogo', ['in-verifica', 'sopralluogo'], { own })).toEqual([
      'ricevuta done',
      'in-verifica done',
      'sopralluogo current',
      'in-decisione next',
      'conclusa next',
    ]);
  });

  it('are told beforehand when every dossier comes there', () => {
    expect(way('in-verifica', ['in-verifica'], { own })).toContain('audizione next');
  });
});

describe('the status of a dossier', () => {
  it('is decided before it is closed', () => {
    const decided = { outcome: { code: 'accolta', decidedAt: '2026-03-02T09:00:00.000Z' } };
    expect(isDecided(decided)).toBe(true);
    expect(isOpen(decided as { closedAt?: string })).toBe(true);
  });

  it('knows the outcomes of everybody and those of its procedure', () => {
    expect(['accolta', 'accolta-con-prescrizioni', 'conclusa'].map((code) => isOutcome(code, own))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isOutcome('accolta-con-prescrizioni', {})).toBe(false);
  });

  it('may be drawn to stand at a milestone that not every dossier comes to by itself', () => {
    const codes = ['in-verifica', 'sopralluogo', 'ricevuta', 'conclusa', 'ignota'];
    expect(codes.filter((code) => isDrawnMilestone(code, own))).toEqual(['in-verifica', 'sopralluogo']);
  });

  it.each([
    ['accolta', 'granted'],
    ['accolta-parzialmente', 'partly-granted'],
    ['differita', 'deferred'],
    ['accolta-per-silenzio', 'silent-consent'],
    ['diniego', 'denied'],
    ['diniego-tacito', 'silent-refusal'],
    ['ritirata', 'withdrawn'],
    ['irricevibile', 'not-admissible'],
    ['improcedibile', 'not-admissible'],
    ['archiviata', 'archived'],
    ['revocata', 'revoked'],
    ['accolta-con-prescrizioni', 'granted'],
    ['ignoto', 'other'],
  ] as const)('%s is of the kind %s', (code, kind) => {
    expect(outcomeKind(code, own)).toBe(kind);
  });

  it('leaves nothing to appeal against when all was granted, by an act or by silence', () => {
    const kinds = ['granted', 'silent-consent', 'partly-granted', 'deferred', 'denied', 'revoked'] as const;
    expect(kinds.filter(isGranted)).toEqual(['granted', 'silent-consent']);
  });

  it('counts the most urgent of several milestones, own ones by their kind', () => {
    const codes = ['sopralluogo', 'audizione', 'attesa-integrazioni', 'in-decisione'];
    expect(codes.toSorted((one, other) => urgencyOf(other, own) - urgencyOf(one, own))).toEqual([
      'attesa-integrazioni',
      'sopralluogo',
      'in-decisione',
      'audizione',
    ]);
    expect(milestoneKind('ignota', own)).toBe('in-examination');
  });

  it('is concluded when closed, or answered without a review under way', () => {
    expect(isConcluded({ milestone: 'conclusa' })).toBe(true);
    expect(isConcluded({ milestone: 'in-decisione' })).toBe(false);
    expect(isConcluded({ milestone: 'in-decisione', closedAt })).toBe(true);
    expect(isDecided({})).toBe(false);
  });
});
