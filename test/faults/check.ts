import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditRecords } from '../../engine/audit/audit.ts';
import { rowsOf, type Db } from '../../engine/store/db.ts';
import { sha256 } from '../../engine/store/sha256.ts';
import { storedPerson } from '../support/harness-rows.ts';
import type { Acknowledged, AcknowledgedFile } from './load.ts';

/** What was looked at, and what is not as it should be, each in a sentence. */
export interface Findings {
  /** How many acknowledged keys were compared with what the database has. */
  readonly keys: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Records that do not verify, numbers with holes, and whatever else does not fit. */
  readonly broken: readonly string[];
}

/** Adds findings up. */
export function together(all: readonly Findings[]): Findings {
  return {
    keys: all.reduce((sum, { keys }) => sum + keys, 0),
    lost: all.flatMap(({ lost }) => lost),
    doubled: all.flatMap(({ doubled }) => doubled),
    broken: all.flatMap(({ broken }) => broken),
  };
}

/**
 * Compares acknowledged keys one by one with what the database has: the key is kept once, with the same dossier; what
 * it asked for is in the record once; the draft became this dossier.
 */
export async function checkKeys(db: Db, acknowledged: readonly Acknowledged[]): Promise<Findings> {
  const people = { citizen: await storedPerson({ db }, 'giulia'), office: await storedPerson({ db }, 'operatore') };
  const asked = acknowledged.map((one) => ({ ...one, personId: people[one.audience].personId }));
  const rows = await rowsOf<KeyRow>(db, keysSql, { asked: JSON.stringify(asked) });
  const sentence = ({ type, key, dossierId, kept, done }: KeyRow): string =>
    `${type} ${key} della pratica ${dossierId}: chiave ${kept} volte, nel registro ${done} volte`;
  const missing = asked.length - rows.length;
  return {
    keys: asked.length,
    lost: [
      ...rows.filter(({ kept, done }) => kept < 1 || done < 1).map(sentence),
      ...(missing === 0 ? [] : [`${missing} chiavi non confrontate`]),
    ],
    doubled: rows.filter(({ kept, done }) => kept > 1 || done > 1).map(sentence),
    broken: [],
  };
}

interface KeyRow {
  readonly type: string;
  readonly key: string;
  readonly dossierId: string;
  readonly kept: number;
  readonly done: number;
}

const keysSql = `
WITH asked AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset(CAST(:asked AS jsonb)) AS a(key text, type text, "personId" text, "dossierId" uuid,
    "draftId" uuid, "taskId" text))
SELECT type, key, "dossierId",
  (SELECT count(*) FROM commands c
    WHERE c.actor_id = asked."personId" AND c.key = asked.key AND c.answer->>'dossierId' = "dossierId"::text) AS kept,
  CASE type
    WHEN 'submit' THEN (
      SELECT count(*) FROM events e JOIN drafts d ON d.draft_id = "draftId" AND d.dossier_id = e.dossier_id
       WHERE e.dossier_id = "dossierId" AND e.type = 'application.submitted')
    ELSE (
      SELECT count(*) FROM events e WHERE e.dossier_id = "dossierId" AND e.data->>'taskId' = "taskId"
         AND e.type = CASE asked.type WHEN 'claim' THEN 'task.claimed' ELSE 'task.completed' END)
  END AS done
  FROM asked`;

/** Recomputes the chains of some dossiers. */
export async function checkRecords(db: Db, dossierIds: readonly string[]): Promise<Findings> {
  const broken: string[] = [];
  for (const dossierId of dossierIds) {
    for await (const { check, alterations } of auditRecords(db, { sha256, dossierId })) {
      broken.push(
        ...alterations.map(({ code, table, row, column }) =>
          [`pratica ${dossierId}: ${code} ${table} ${row}`, ...(column ? [column] : [])].join(' '),
        ),
      );
      if (!check.intact) broken.push(`pratica ${dossierId}: ${check.brokenAt.reason}`);
    }
  }
  return { keys: 0, lost: [], doubled: [], broken };
}

/**
 * What holds of the whole database at any instant: no timer without its job before it is due, none fired twice, no
 * number of the register left out or given twice.
 */
export async function checkWhole(db: Db): Promise<Findings> {
  const of = async (sql: string): Promise<readonly string[]> =>
    (await rowsOf<{ what: string }>(db, sql)).map(({ what }) => what);
  return {
    keys: 0,
    lost: await of(
      `SELECT 'timer ' || wait_id || ' della pratica ' || dossier_id || ': senza lavoro' AS what
         FROM waits WHERE type = 'timer' AND due_at > now() + interval '2 seconds' AND NOT EXISTS (
           SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'timer:' || dossier_id || ':' || wait_id)`,
    ),
    doubled: await of(
      `SELECT 'timer ' || (data->>'waitId') || ' della pratica ' || dossier_id || ': scattato ' || count(*) || ' volte' AS what
         FROM events WHERE type = 'timer.fired'
        GROUP BY dossier_id, data->>'waitId', data->>'dueAt' HAVING count(*) > 1`,
    ),
    broken: await of(
      `SELECT 'registro dell’ente ' || c.body_id || ': l’ultimo numero è ' || c.last || ', le registrazioni ' || count(r.registration) AS what
         FROM registration_counters c LEFT JOIN registrations r
           ON r.body_id = c.body_id AND split_part(r.registration, '/', 2) = c.year::text
        GROUP BY c.body_id, c.year, c.last HAVING c.last <> count(DISTINCT r.registration)`,
    ),
  };
}

/** Dossiers that nobody was told of, when all who asked have been answered. */
export async function checkSurplus(db: Db, acknowledged: readonly Acknowledged[]): Promise<Findings> {
  const known = acknowledged.filter(({ type }) => type === 'submit').map(({ dossierId }) => dossierId);
  const rows = await rowsOf<{ dossierId: string }>(
    db,
    `SELECT dossier_id AS "dossierId" FROM dossiers WHERE dossier_id <> ALL (CAST(:known AS uuid[]))`,
    { known: [...known] },
  );
  const doubled = rows.map(({ dossierId }) => `pratica ${dossierId}: nessuno l’ha saputo`);
  return { keys: 0, lost: [], doubled, broken: [] };
}

/** Whether the server still has the files that it said it has, byte for byte. */
export async function checkFiles(db: Db, folder: string, files: readonly AcknowledgedFile[]): Promise<Findings> {
  const rows = await rowsOf<{ uploadId: string }>(
    db,
    'SELECT upload_id AS "uploadId" FROM uploads WHERE upload_id = ANY (CAST(:ids AS uuid[]))',
    { ids: files.map(({ uploadId }) => uploadId) },
  );
  const known = new Set(rows.map(({ uploadId }) => uploadId));
  const isThere = ({ uploadId, sha256: name }: AcknowledgedFile): boolean => {
    const path = join(folder, name.slice(0, 2), name);
    return known.has(uploadId) && existsSync(path) && hashOf(path) === name;
  };
  const lost = files.filter((file) => !isThere(file)).map(({ uploadId }) => `file ${uploadId}`);
  return { keys: 0, lost, doubled: [], broken: [] };
}

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
