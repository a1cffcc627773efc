import type { DossierDocument, Message } from '../../core/dossier.ts';
import type { DossierEvent } from '../../core/event.ts';
import type { AnswerNames } from '../../store/answer-names.ts';
import type { OpenedDossier } from '../dossier-reading.ts';
import type { FilledForm } from './submissions.ts';

/** Everything beside the snapshot that a page about a dossier shows; already cut down to what its reader may read. */
export interface DossierMaterial {
  readonly opened: OpenedDossier;
  readonly documents: readonly DossierDocument[];
  readonly messages: readonly Message[];
  readonly events: readonly DossierEvent[];
  /** The reader is of an office of another body that sees its tasks only. */
  readonly isVisit: boolean;
  readonly submissions: readonly FilledForm[];
  /** The names of the bodies that they mention, by id. */
  readonly bodyNames: AnswerNames['bodyNames'];
}
