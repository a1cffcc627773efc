import type { Dossier } from '../core/dossier.ts';
import type { DossierEvent } from '../core/event.ts';
import type { TermRow } from '../run/rows.ts';
import type { SealableRow } from '../run/sealable-sql.ts';

/** By what a row is known to belong to a dossier. */
type Place = Pick<Dossier, 'dossierId' | 'bodyId'>;

/** A dossier with every row that is compared. */
export interface AuditedRows extends Pick<Dossier, 'dossierId'> {
  readonly snapshot: Dossier;
  /** The columns of `dossiers` that lists read. */
  readonly columns: Readonly<Record<string, unknown>> & Place & TermRow & { readonly registration: string };
  readonly events: readonly DossierEvent[];
  readonly beside: readonly SealableRow[];
  /** Who read the dossier until the instant of the last seal, as `readsSql` gives it; null where nothing is sealed. */
  readonly reads: { readonly before: string | null; readonly text: string | null };
  readonly waits: readonly (Readonly<Record<string, unknown>> & { readonly waitId: string })[];
}
