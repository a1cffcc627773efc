import type { DossierEvent, Seals } from '../core/event.ts';
import type { Sha256 } from '../core/record.ts';
import { rowToSeal, sealName, sealsOfRow, type SealedRow } from '../core/seals.ts';
import type { Instant } from '../kernel/types.ts';
import { dossierToSeal } from '../run/sealed-rows.ts';
import { columnName } from '../store/column-name.ts';
import type { Alteration } from './alteration.ts';
import type { AuditedRows } from './audited-rows.ts';

/** By what an audit works. */
export interface Auditing {
  readonly sha256: Sha256;
  readonly now: Instant;
}

/** What of the rows that events vouch for is not as it was sealed. The last seal of a row is the one that holds. */
export function sealedAltered(rows: AuditedRows, { sha256 }: Auditing): readonly Alteration[] {
  const { snapshot, events, beside, reads } = rows;
  const all = events.flatMap((event) => Object.entries(event.seals ?? {}));
  const seals = new Map(all.filter(([name]) => !name.startsWith('dossier_reads ')));
  const isWhole = isSealedFromTheBeginning(events);
  const open = new Set(snapshot.tasks.map(({ taskId }) => taskId));
  const found = beside.filter(({ table, key }) => table !== 'tasks' || !open.has(key));
  const whole = dossierToSeal({ ...snapshot, eventCount: 0, headHash: '' });
  const sealable = [whole, ...found.map(({ table, key, row }) => rowToSeal(table, key, row))];
  const altered = sealable.flatMap((row): readonly Alteration[] => {
    const expected = seals.get(sealName(row));
    seals.delete(sealName(row));
    if (expected !== undefined) return columnsAltered(row, expected, sha256);
    return isWhole ? [{ code: 'row.unexpected', ...placeOf(row) }] : [];
  });
  const missing = [...seals.keys()].map((name): Alteration => {
    const [table = '', row = ''] = name.split(/ (.*)/);
    return { code: 'row.missing', table, row };
  });
  const sealed = new Map(all).get(`dossier_reads ${reads.before}`)?.['rows'];
  return [...altered, ...missing, ...readsAltered(reads, sealed, sha256)];
}

/** The last seal of who read covers all that were there before. */
function readsAltered({ before, text }: AuditedRows['reads'], sealed: string | undefined, sha256: Sha256) {
  if (before === null || sealed === sha256(text ?? '')) return [];
  return [{ code: 'rows.differ', table: 'dossier_reads', row: before } as const];
}

/** Older records were sealed later, all of a dossier at once; until then some rows have no seal. */
function isSealedFromTheBeginning(events: readonly DossierEvent[]): boolean {
  const [first] = events;
  return events.some(({ type, at, seals }) => seals !== undefined && (at === first?.at || type === 'record.sealed'));
}

function columnsAltered(row: SealedRow, expected: Seals[string], sha256: Sha256): readonly Alteration[] {
  const found = sealsOfRow(row, sha256);
  const columns = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...columns]
    .filter((column) => found[column] !== expected[column])
    .map((column) => ({ code: 'column.differs', ...placeOf(row), column: columnName(column) }));
}

const placeOf = ({ table, key }: Pick<SealedRow, 'table' | 'key'>) => ({ table, row: key });
