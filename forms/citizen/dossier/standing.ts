import type { DossierSummary } from '../../contract/dossiers.ts';

/**
 * True when a dossier has had its answer. It may still be open, for as long as a review can be asked for; a review
 * under way makes it unconcluded again, though the first outcome stays on record.
 */
export const isConcluded = ({ milestone, closedAt }: Pick<DossierSummary, 'milestone' | 'closedAt'>): boolean =>
  closedAt !== undefined || milestone.kind === 'concluded';
