import canonicalize from 'canonicalize';
import type { DossierEvent } from '../core/event.ts';
import type { Sha256 } from '../core/record.ts';
import { submissionHash } from '../core/submission.ts';
import type { Instant, Json } from '../kernel/types.ts';
import { dossierRow, taskRow, termRow, waitRow } from '../run/rows.ts';
import type { AuditedRows } from './audited-rows.ts';

/** Something beside the record that is not as the record says. */
export interface Alteration {
  /** Table and key: `documents 0190….receipt`; of a column its name behind them: `dossiers.subject`. */
  readonly name: string;
  /** It is not as it was written, it is gone, or no event speaks of it. */
  readonly reason: 'differs' | 'missing' | 'unexpected';
}

interface Auditing {
  readonly sha256: Sha256;
  readonly now: Instant;
}

/** What of a dossier beside its events is not as they say. Events themselves are for `verifyChain`. */
export function alterationsOf(rows: AuditedRows, auditing: Auditing): readonly Alteration[] {
  return [
    ...submissionsAltered(rows, auditing),
    ...toldAltered(rows),
    ...columnsAltered(rows, auditing),
    ...tasksAltered(rows, auditing),
    ...waitsAltered(rows),
  ];
}

function submissionsAltered({ dossierId, columns, events, submissions }: AuditedRows, { sha256 }: Auditing) {
  const told = new Map(
    events.flatMap(({ sequence, data }) => {
      const hash = data['submissionHash'];
      return typeof hash === 'string' ? [[sequence, hash] as const] : [];
    }),
  );
  const found = submissions.flatMap((row): readonly Alteration[] => {
    const { bodyId, hash, ...submission } = row;
    const name = `submissions ${submission.sequence}`;
    const expected = told.get(submission.sequence);
    // One that was carried over from before has no hash, and no event that would hold it.
    if (expected === undefined)
      return hash === undefined && bodyId === columns.bodyId ? [] : [{ name, reason: 'unexpected' }];
    const isWhole =
      hash === expected && bodyId === columns.bodyId && submissionHash(dossierId, submission, sha256) === expected;
    return isWhole ? [] : [{ name, reason: 'differs' }];
  });
  const there = new Set(submissions.map(({ sequence }) => sequence));
  const gone = [...told.keys()].filter((sequence) => !there.has(sequence));
  return [...found, ...gone.map((sequence): Alteration => ({ name: `submissions ${sequence}`, reason: 'missing' }))];
}

/** Documents and communications, of which an event tells: there is no other, and none is gone. */
function toldAltered({ columns, events, documents, messages }: AuditedRows): readonly Alteration[] {
  const added = events.filter(({ type }) => type === 'documents.added').flatMap(filesIn);
  const issued = events.flatMap(({ type, at, data }) => {
    const { messageId, templateId, subject, to: audience } = data;
    return type === 'notice.issued' ? [{ messageId, templateId, subject, audience, sentAt: at }] : [];
  });
  const { bodyId } = columns;
  return [
    ...compared(
      { table: 'documents', key: 'documentId', found: documents },
      added.map((row) => [{ ...row, bodyId }]),
    ),
    ...compared(
      { table: 'messages', key: 'messageId', found: messages },
      issued.map((row) => [{ ...row, bodyId }]),
    ),
  ];
}

/** What an event tells of each document. Older ones do not tell the hashes of attachments. */
function filesIn({ at, data }: DossierEvent): readonly Row[] {
  const { documentIds, titles, hashes, kind, readableBy } = data;
  const ids: readonly Json[] = Array.isArray(documentIds) ? documentIds : [];
  return ids.map((documentId, index) => {
    const title = Array.isArray(titles) ? (titles[index] ?? titles[0]) : undefined;
    const sha256 = Array.isArray(hashes) ? hashes[index] : data['sha256'];
    return {
      ...{ documentId, kind, readableBy, addedAt: at },
      ...(typeof title === 'string' && title !== '' ? { title } : {}),
      ...(sha256 === undefined ? {} : { sha256 }),
    };
  });
}

/** What lists read of a dossier follows from its snapshot. */
function columnsAltered(rows: AuditedRows, { now }: Auditing): readonly Alteration[] {
  const { dossierId, snapshot, columns, events, eventBodies } = rows;
  const last = events.at(-1)?.at ?? now;
  const expectedAt = (at: Instant) => {
    const { snapshot: _whole, ...expected } = dossierRow(snapshot, termRow(snapshot, at));
    return { ...expected, bodyId: snapshot.bodyId };
  };
  // Whether a term stands still may turn with the day; the row is written by a step, or anew by the worker.
  const expected = [expectedAt(last), expectedAt(now)];
  const names = Object.keys(expected[0] ?? {}) as (keyof ReturnType<typeof expectedAt>)[];
  const differing = names.filter((name) => !expected.some((each) => isSame(each[name], columns[name])));
  const strangers = (eventBodies ?? []).filter((bodyId) => bodyId !== snapshot.bodyId);
  return [
    ...(snapshot.dossierId === dossierId ? [] : [{ name: 'dossiers.dossierId', reason: 'differs' } as const]),
    ...differing.map((name): Alteration => ({ name: `dossiers.${name}`, reason: 'differs' })),
    ...strangers.map((): Alteration => ({ name: 'events.bodyId', reason: 'differs' })),
  ];
}

function tasksAltered({ snapshot, columns, tasks, events }: AuditedRows, { now }: Auditing) {
  const open = tasks.filter(({ state }) => state === 'open');
  const { bodyId, procedureId } = columns.bodyId === snapshot.bodyId ? snapshot : { ...snapshot, ...columns };
  const rowsAt = (at: Instant) => {
    const { deadlineOn } = termRow(snapshot, at);
    return snapshot.tasks.map((task) => ({
      ...taskRow(task, { bodyId, deadlineOn }),
      ...{ bodyId, procedureId, state: 'open', closedAt: null },
    }));
  };
  const [then, today] = [rowsAt(events.at(-1)?.at ?? now), rowsAt(now)];
  return compared(
    { table: 'tasks', key: 'taskId', found: open },
    then.map((row, index) => [row, today[index] ?? row]),
  );
}

function waitsAltered({ snapshot, waits }: AuditedRows): readonly Alteration[] {
  const expected = snapshot.waits.map((wait) => ({
    bodyId: snapshot.bodyId,
    ...{ name: null, correlationKey: null, ...waitRow(wait) },
  }));
  return compared(
    { table: 'waits', key: 'waitId', found: waits },
    expected.map((row) => [row]),
  );
}

type Row = object;

const valueOf = (row: Row | undefined, name: string): unknown =>
  row === undefined ? undefined : Reflect.get(row, name);

interface Found {
  readonly table: string;
  readonly key: string;
  readonly found: readonly Row[];
}

/** Compares rows with what each may be, column by column. */
function compared({ table, key, found }: Found, expected: readonly (readonly Row[])[]) {
  const rest = new Map(found.map((row) => [String(valueOf(row, key)), row]));
  const altered = expected.flatMap((rows): readonly Alteration[] => {
    const id = String(valueOf(rows[0], key));
    const row = rest.get(id);
    rest.delete(id);
    if (row === undefined) return [{ name: `${table} ${id}`, reason: 'missing' }];
    return Object.keys(rows[0] ?? {})
      .filter((name) => !rows.some((each) => isSame(valueOf(each, name), valueOf(row, name))))
      .map((name) => ({ name: `${table}.${name} ${id}`, reason: 'differs' }));
  });
  return [...altered, ...[...rest.keys()].map((id): Alteration => ({ name: `${table} ${id}`, reason: 'unexpected' }))];
}

const isSame = (one: unknown, other: unknown): boolean => canonicalize(one ?? null) === canonicalize(other ?? null);
