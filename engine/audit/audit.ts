import { verifyChain, type ChainCheck, type Sha256 } from '../core/record.ts';
import type { Instant } from '../kernel/types.ts';
import { rowsOf, type Db } from '../store/db.ts';
import type { Alteration } from './alteration.ts';
import { alterationsOf } from './alterations.ts';
import type { AuditedRows } from './audited-rows.ts';
import { pageSql } from './page-sql.ts';

/** What the audit found of one dossier. */
export interface AuditedRecord {
  readonly dossierId: string;
  readonly registration: string;
  /** How many events were read. */
  readonly eventCount: number;
  readonly check: ChainCheck;
  /** What beside the record is not as the record says. */
  readonly alterations: readonly Alteration[];
  /** The hashes under which the files of the dossier lie. */
  readonly files: readonly { readonly documentId: string; readonly sha256: string }[];
}

/** What to audit. */
export interface AuditScope {
  /** Only this dossier; all without it. */
  readonly dossierId?: string;
  readonly sha256: Sha256;
  /** The moment of the audit. */
  readonly now?: Instant;
}

/** Dossiers read at a time; one is some hundreds of kilobytes at the most. */
const PAGE = 50;

const firstPlace = '00000000-0000-0000-0000-000000000000';

/**
 * Recomputes the records of dossiers from what is stored, compares their ends with what the dossiers say of them, and
 * what stands beside the record with what the record says of it. A few are in memory at a time.
 */
export async function* auditRecords(db: Db, scope: AuditScope): AsyncGenerator<AuditedRecord> {
  const { dossierId, sha256, now = new Date().toISOString() } = scope;
  for (let after = firstPlace; ;) {
    const page = await rowsOf<AuditedRows>(db, pageSql, { after, dossierId: dossierId ?? null, page: PAGE });
    for (const rows of page) {
      yield audit(rows, { sha256, now });
      after = rows.dossierId;
    }
    if (page.length < PAGE) return;
  }
}

function audit(rows: AuditedRows, { sha256, now }: Required<Pick<AuditScope, 'sha256' | 'now'>>): AuditedRecord {
  const { dossierId, columns, events, beside } = rows;
  const expected = { dossierId, eventCount: Number(columns['eventCount']), headHash: String(columns['headHash']) };
  return {
    dossierId,
    registration: columns.registration,
    eventCount: events.length,
    check: verifyChain(events, expected, sha256),
    alterations: alterationsOf(rows, { sha256, now }),
    files: beside.flatMap(({ table, key: documentId, row }) =>
      table === 'documents' ? [{ documentId, sha256: String(Reflect.get(row, 'sha256')) }] : [],
    ),
  };
}
