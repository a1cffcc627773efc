import type { MilestoneView, OutcomeView } from '../../contract/standing.ts';
import { wordsOf, type Words } from '../../kit/own-language.ts';

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

/** What an outcome or a milestone is called, in the language of the page where it has a name there. */
export const standingOf = ({ label, labelInEnglish }: MilestoneView | OutcomeView): Words =>
  wordsOf(label, labelInEnglish);
