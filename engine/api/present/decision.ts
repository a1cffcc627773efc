import type { DossierDetail } from '../../../forms/contract/dossiers.ts';
import type { DossierDocument } from '../../core/dossier.ts';
import type { DossierEvent } from '../../core/event.ts';
import { outcomeView } from '../../words/standing.ts';
import type { DossierMaterial } from './material.ts';
import { defined } from './defined.ts';

/**
 * How a dossier was decided last, for its applicant: the outcome, what the office handed over, then the acts, the
 * newest first. Nothing while there is no decision.
 */
export function presentDecision({
  opened: { dossier, procedure },
  documents,
  events,
}: DossierMaterial): Pick<DossierDetail, 'decision'> {
  const { outcome } = dossier;
  if (outcome === undefined) return {};
  const handedOver = new Set(events.flatMap(idsFromOffice));
  const delivered = documents.filter(({ documentId }) => handedOver.has(documentId));
  const acts = documents.filter(({ kind }) => kind === 'final-act');
  return defined({
    decision: {
      outcome: outcomeView(outcome.code, procedure.service),
      decidedAt: outcome.decidedAt,
      documentIds: [...newestFirst(delivered), ...newestFirst(acts)].map(({ documentId }) => documentId),
    },
  });
}

function idsFromOffice({ type, data }: DossierEvent): readonly string[] {
  const { by, kind, documentIds } = data;
  const isHandedOver = type === 'documents.added' && by === 'office' && kind === 'attachment';
  return isHandedOver && Array.isArray(documentIds) ? documentIds.map(String) : [];
}

const newestFirst = (documents: readonly DossierDocument[]): readonly DossierDocument[] =>
  documents.toSorted((one, other) => other.addedAt.localeCompare(one.addedAt));
