import { describe, expect, it } from 'vitest';
import type { MilestoneKind } from '../../../../forms/contract/standing.ts';
import { isConcluded } from '../../../../forms/citizen/dossier/standing.ts';

const at = (kind: MilestoneKind, closedAt?: string) => ({
  milestone: { code: 'codice', label: 'Codice', kind },
  ...(closedAt === undefined ? {} : { closedAt }),
});

describe('a dossier', () => {
  it('under way is not concluded', () => {
    expect(isConcluded(at('in-examination'))).toBe(false);
  });

  it('with its answer is concluded while a review is possible', () => {
    expect(isConcluded(at('concluded'))).toBe(true);
  });

  it('under review is not concluded', () => {
    expect(isConcluded(at('in-decision'))).toBe(false);
  });

  it('that is closed is concluded wherever it stood', () => {
    expect(isConcluded(at('received', '2026-03-27T10:00:00Z'))).toBe(true);
  });
});
