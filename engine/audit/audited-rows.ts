import type { Dossier, DossierDocument, Message } from '../core/dossier.ts';
import type { DossierEvent } from '../core/event.ts';
import type { KeptSubmission } from '../core/submission.ts';
import type { TermRow } from '../run/rows.ts';

/** By what a row is known to belong to a dossier. */
type Place = Pick<Dossier, 'dossierId' | 'bodyId'>;

/** A dossier with every row that is compared. */
export interface AuditedRows extends Pick<Dossier, 'dossierId'> {
  readonly snapshot: Dossier;
  /** The columns of `dossiers` that lists read. */
  readonly columns: Readonly<Record<string, unknown>> & Place & TermRow & { readonly registration: string };
  readonly events: readonly DossierEvent[];
  readonly eventBodies: readonly string[] | null;
  readonly submissions: readonly (KeptSubmission & Pick<Place, 'bodyId'>)[];
  readonly documents: readonly (DossierDocument & Place)[];
  readonly messages: readonly (Message & Place)[];
  readonly tasks: readonly (Readonly<Record<string, unknown>> & { readonly taskId: string; readonly state: string })[];
  readonly waits: readonly (Readonly<Record<string, unknown>> & { readonly waitId: string })[];
}
