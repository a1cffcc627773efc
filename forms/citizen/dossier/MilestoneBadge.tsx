import type { DossierSummary } from '../../contract/dossiers.ts';
import { t } from '../../text/text.ts';
import { wordsOf } from '../../kit/own-language.ts';
import { isConcluded } from './standing.ts';

interface MilestoneBadgeProps {
  readonly dossier: Pick<DossierSummary, 'milestone' | 'outcome' | 'closedAt'>;
}

/** Where a dossier stands, or how it ended; in words, the colour only helps. */
export function MilestoneBadge({ dossier }: MilestoneBadgeProps) {
  const { milestone, outcome } = dossier;
  const ended = isConcluded(dossier) ? outcome : undefined;
  const { label, labelInEnglish } = ended ?? milestone;
  const { text, ...inLanguage } = wordsOf(label, labelInEnglish);
  return (
    <p className={`milestone ${ended ? 'milestone-closed' : ''} milestone-${milestone.kind}`}>
      {ended ? `${t('citizen.dossiers.outcome')}: ` : ''}
      <span {...inLanguage}>{text}</span>
    </p>
  );
}
