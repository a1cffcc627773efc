import type { DossierEvent } from '../core/event.ts';
import { verifyChain, type ChainCheck, type Sha256 } from '../core/record.ts';
import { rowsOf, type Db } from './db.ts';

/** What the audit found of one dossier. */
export interface AuditedRecord {
  readonly dossierId: string;
  readonly registration: string;
  /** How many events were read. */
  readonly eventCount: number;
  readonly check: ChainCheck;
}

/** What to audit. */
export interface AuditScope {
  /** Only this dossier; all without it. */
  readonly dossierId?: string;
  readonly sha256: Sha256;
}

/** Dossiers read at a time; a record is some dozens of events of a kilobyte. */
const PAGE = 100;

const firstPlace = '00000000-0000-0000-0000-000000000000';

/**
 * Recomputes the records of dossiers from what is stored and compares their ends with what the dossiers say of them. A few
 * are in memory at a time. Each page is one statement, so that dossiers which move meanwhile do not look broken.
 */
export async function* auditRecords(db: Db, { dossierId, sha256 }: AuditScope): AsyncGenerator<AuditedRecord> {
  for (let after = firstPlace; ;) {
    const rows = await rowsOf<Row>(db, pageSql, { after, dossierId: dossierId ?? null, page: PAGE });
    const dossiers = byDossier(rows);
    for (const [id, own] of dossiers) {
      yield audit(id, own, sha256);
      after = id;
    }
    if (dossiers.size < PAGE) return;
  }
}

type Row = Omit<DossierEvent, 'sequence'> & {
  readonly registration: string;
  readonly expectedCount: number;
  readonly expectedHash: string;
  /** Null for a dossier without any event. */
  readonly sequence: number | null;
};

const pageSql = `
WITH page AS MATERIALIZED (
  SELECT dossier_id, registration, event_count, head_hash FROM dossiers
   WHERE dossier_id > CAST(:after AS uuid) AND (CAST(:dossierId AS uuid) IS NULL OR dossier_id = CAST(:dossierId AS uuid))
   ORDER BY dossier_id LIMIT :page)
SELECT page.dossier_id AS "dossierId", page.registration, page.event_count AS "expectedCount",
       page.head_hash AS "expectedHash", e.sequence, e.type, e.at, e.actor, e.data, e.previous_hash AS "previousHash", e.hash
  FROM page LEFT JOIN events e USING (dossier_id)
 ORDER BY page.dossier_id, e.sequence`;

function byDossier(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const dossiers = new Map<string, Row[]>();
  for (const row of rows) {
    const own = dossiers.get(row.dossierId);
    if (own) own.push(row);
    else dossiers.set(row.dossierId, [row]);
  }
  return dossiers;
}

function audit(dossierId: string, rows: readonly Row[], sha256: Sha256): AuditedRecord {
  const { registration = '', expectedCount = 0, expectedHash = '' } = rows[0] ?? {};
  const events = rows.flatMap(eventOf);
  const expected = { dossierId, eventCount: expectedCount, headHash: expectedHash };
  return { dossierId, registration, eventCount: events.length, check: verifyChain(events, expected, sha256) };
}

function eventOf({ dossierId, sequence, type, at, actor, data, previousHash, hash }: Row): readonly DossierEvent[] {
  return sequence === null ? [] : [{ dossierId, sequence, type, at, actor, data, previousHash, hash }];
}
