import type { MandateView } from '../../../forms/contract/dossiers.ts';
import { fullName } from '../../../forms/schema/full-name.ts';
import type { DossierDocument, Representative } from '../../core/dossier.ts';
import { defined } from './defined.ts';

/** Who acts for a party, with those of the documents that show it which the reader may open. */
export function presentMandate(through: Representative, documents: readonly DossierDocument[]): MandateView {
  const { as, acts, untilOn, documentIds = [] } = through;
  return {
    name: fullName(through),
    as,
    ...defined({ acts: acts && [...acts], untilOn }),
    documents: documents
      .filter(({ documentId }) => documentIds.includes(documentId))
      .map(({ documentId, fileName }) => ({ documentId, fileName })),
  };
}
