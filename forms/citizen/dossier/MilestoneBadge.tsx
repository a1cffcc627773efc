import { t } from '../../text/text.ts';

interface MilestoneBadgeProps {
  readonly milestone: { readonly code: string; readonly label: string };
  readonly outcome?: { readonly code: string; readonly label: string } | undefined;
}

/** Where a dossier stands, or how it ended; in words, the colour only helps. */
export const MilestoneBadge = ({ milestone, outcome }: MilestoneBadgeProps) => (
  <p className={`milestone ${outcome ? 'milestone-closed' : ''} milestone-${milestone.code}`}>
    {outcome ? `${t('citizen.dossiers.outcome')}: ${outcome.label}` : milestone.label}
  </p>
);
