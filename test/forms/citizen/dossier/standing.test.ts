import { describe, expect, it } from 'vitest';
import { isConcluded } from '../../../../forms/citizen/dossier/standing.ts';

const at = (code: string, closedAt?: string) => ({
  milestone: { code, label: code },
  ...(closedAt === undefined ? {} : { closedAt }),
});

describe('a dossier', () => {
  it('under way is not concluded', () => {
    expect(isConcluded(at('in-verifica'))).toBe(false);
  });

  it('with its answer is concluded while a review is possible', () => {
    expect(isConcluded(at('conclusa'))).toBe(true);
  });

  it('under review is not concluded', () => {
    expect(isConcluded(at('in-decisione'))).toBe(false);
  });

  it('that is closed is concluded wherever it stood', () => {
    expect(isConcluded(at('ricevuta', '2026-03-27T10:00:00Z'))).toBe(true);
  });
});
