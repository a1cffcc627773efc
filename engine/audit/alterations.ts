import canonicalize from 'canonicalize';
import type { Instant } from '../kernel/types.ts';
import { dossierRow, taskRow, termRow, waitRow } from '../run/rows.ts';
import { columnName } from '../store/column-name.ts';
import type { Alteration } from './alteration.ts';
import type { AuditedRows } from './audited-rows.ts';
import { sealedAltered, type Auditing } from './sealed.ts';

/** What of a dossier beside its events is not as they say. Events themselves are for `verifyChain`. */
export function alterationsOf(rows: AuditedRows, auditing: Auditing): readonly Alteration[] {
  return [
    ...sealedAltered(rows, auditing),
    ...columnsAltered(rows, auditing),
    ...tasksAltered(rows, auditing),
    ...waitsAltered(rows),
  ];
}

/** What lists read of a dossier follows from its snapshot. */
function columnsAltered(rows: AuditedRows, { now }: Auditing): readonly Alteration[] {
  const { dossierId, snapshot, columns, events } = rows;
  const last = events.at(-1)?.at ?? now;
  const expectedAt = (at: Instant) => ({
    ...dossierRow(snapshot, termRow(snapshot, at)),
    bodyId: snapshot.bodyId,
    dossierId: snapshot.dossierId,
  });
  // Whether a term stands still may turn with the day; the row is written by a step, or anew by the worker.
  const expected = { table: 'dossiers', row: '', values: [expectedAt(last), expectedAt(now)] };
  return valuesAltered(expected, { ...columns, dossierId });
}

function tasksAltered({ snapshot, beside, events }: AuditedRows, { now }: Auditing): readonly Alteration[] {
  const open = new Set(snapshot.tasks.map(({ taskId }) => taskId));
  const found = beside.flatMap(({ table, key, row }) =>
    table === 'tasks' && open.has(key) ? [{ ...row, taskId: key }] : [],
  );
  const { bodyId, procedureId } = snapshot;
  const rowsAt = (at: Instant) => {
    const { deadlineOn } = termRow(snapshot, at);
    return snapshot.tasks.map((task) => ({
      ...taskRow(task, { bodyId, deadlineOn }),
      ...{ procedureId, state: 'open', closedAt: null },
    }));
  };
  const [then, today] = [rowsAt(events.at(-1)?.at ?? now), rowsAt(now)];
  return rowsAltered(
    { table: 'tasks', key: 'taskId', found },
    then.map((row, index) => [row, today[index] ?? row]),
  );
}

function waitsAltered({ snapshot, waits }: AuditedRows): readonly Alteration[] {
  const expected = snapshot.waits.map((wait) => ({
    bodyId: snapshot.bodyId,
    ...{ name: null, correlationKey: null, ...waitRow(wait) },
  }));
  return rowsAltered(
    { table: 'waits', key: 'waitId', found: waits },
    expected.map((row) => [row]),
  );
}

const valueOf = (row: object, name: string): unknown => Reflect.get(row, name);

interface Found {
  readonly table: string;
  readonly key: string;
  readonly found: readonly object[];
}

/** Compares rows with what each may be. */
function rowsAltered({ table, key, found }: Found, expected: readonly (readonly object[])[]): readonly Alteration[] {
  const rest = new Map(found.map((row) => [String(valueOf(row, key)), row]));
  const altered = expected.flatMap((values): readonly Alteration[] => {
    const row = String(values[0] && valueOf(values[0], key));
    const there = rest.get(row);
    rest.delete(row);
    return there === undefined ? [{ code: 'row.missing', table, row }] : valuesAltered({ table, row, values }, there);
  });
  return [...altered, ...[...rest.keys()].map((row): Alteration => ({ code: 'row.unexpected', table, row }))];
}

interface Expected {
  readonly table: string;
  readonly row: string;
  /** What the row may be. */
  readonly values: readonly object[];
}

/** Compares a row with what it may be, column by column. */
function valuesAltered({ table, row, values }: Expected, found: object): readonly Alteration[] {
  return Object.keys(values[0] ?? {})
    .filter((name) => !values.some((each) => isSame(valueOf(each, name), valueOf(found, name))))
    .map((name) => ({ code: 'column.differs', table, row, column: columnName(name) }));
}

const isSame = (one: unknown, other: unknown): boolean => canonicalize(one ?? null) === canonicalize(other ?? null);
