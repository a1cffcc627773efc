import { raw } from 'objection';
import type { KnownParty } from '../../core/concerned.ts';
import type { Day, Dossier } from '../../core/dossier.ts';
import { guestNames } from '../../core/office.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { within } from '../wall.ts';
import { findKey } from './dossier-key.ts';
import { Row } from './row.ts';

/** A dossier with the names that its readers see. */
export interface NamedDossier {
  readonly dossier: Dossier;
  readonly bodyName: string;
  /**
   * Code to name, of every office of the body; those of other bodies that take part by their refs (`core/office.ts`).
   */
  readonly offices: Readonly<Record<string, string>>;
}

/** The snapshot, and beside it what lists are filtered and sorted by. Only the door (`engine/run.ts`) writes it. */
class DossierRow extends Row {
  static override tableName = 'dossiers';
  static override idColumn = ['bodyId', 'dossierId'];

  declare readonly dossierId: string;
  declare readonly bodyId: string;
  declare readonly procedureId: string;
  declare readonly procedureVersion: number;
  declare readonly officeCode: string;
  declare readonly registration: string;
  declare readonly subject: string;
  declare readonly applicantName: string;
  declare readonly submittedAt: Instant;
  declare readonly closedAt: Instant | null;
  declare readonly milestone: string;
  declare readonly outcome: string | null;
  declare readonly deadlineOn: Day | null;
  declare readonly termState: string | null;
  declare readonly partyIds: readonly string[];
  declare readonly partyFiscalCodes: readonly string[];
  declare readonly mandates: readonly KnownParty[] | null;
  declare readonly conflictedIds: readonly string[];
  declare readonly snapshot: Omit<Dossier, 'eventCount' | 'headHash'>;
  /** Length and last hash of the record, apart from the snapshot so that the audit compares them without reading it. */
  declare readonly eventCount: number;
  declare readonly headHash: string;
}

const officesSql = '(SELECT jsonb_object_agg(o.code, o.name) FROM offices o WHERE o.body_id = dossiers.body_id)';

/** The snapshot of a dossier; undefined when there is none. Who may see it is for `core/policy.ts` to say. */
export async function loadDossier(db: Db, dossierId: string): Promise<NamedDossier | undefined> {
  const key = await findKey(db, dossierId);
  if (key === undefined) return undefined;
  const row = await within([key.bodyId], () =>
    DossierRow.query(db)
      .join('bodies', 'bodies.bodyId', 'dossiers.bodyId')
      .select('snapshot', 'eventCount', 'headHash', 'bodies.name as bodyName', raw(officesSql).as('offices'))
      .where({ 'dossiers.bodyId': key.bodyId, dossierId })
      .first()
      .castTo<(DossierRow & Pick<NamedDossier, 'bodyName' | 'offices'>) | undefined>(),
  );
  if (row === undefined) return undefined;
  const { snapshot, eventCount, headHash, bodyName, offices } = row;
  return {
    dossier: { ...snapshot, eventCount, headHash },
    bodyName,
    offices: { ...offices, ...guestNames(snapshot) },
  };
}
