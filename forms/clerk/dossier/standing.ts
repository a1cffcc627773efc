import type { MilestoneView } from '../../contract/standing.ts';

/**
 * Whether a dossier has had its last answer so far; one under review has left its last milestone, though an outcome is
 * on record.
 */
export const isConcluded = ({
  milestone,
  closedAt,
}: {
  readonly milestone: Pick<MilestoneView, 'kind'>;
  readonly closedAt?: string | undefined;
}): boolean => closedAt !== undefined || milestone.kind === 'concluded';
