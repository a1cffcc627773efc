import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { programsOf } from '../catalogue/expressions.ts';
import { compileForPublishing, compileProcedure, contentHash, readProcedureFolder } from '../catalogue.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure, ProcedureFiles } from '../core/procedure.ts';
import type { Finding, Instant } from '../kernel/types.ts';
import { rowsOf, type Db } from './db.ts';
import { bodyFindings, subscriptionsFrom } from './starts.ts';
import { addProcesses, addVersion, findCurrentVersion } from './tables/procedures.ts';
import { replaceSubscriptions } from './tables/start-subscriptions.ts';

/** What became of a procedure that was to be published. */
export interface Publication {
  readonly procedureId: string;
  /** The version that is current now; absent when the procedure was refused and there is none. */
  readonly version?: number;
  readonly outcome: 'published' | 'unchanged' | 'refused';
  readonly findings: readonly Finding[];
}

/**
 * Publishes the files of a procedure as a new, immutable version, unless the current one has the same content or a
 * finding of level `error` is in the way; then the current version stays. From now on the start events of the new version
 * open dossiers, and those of the old one no longer do.
 */
export async function publish(db: Db, files: ProcedureFiles, now: Instant): Promise<Publication> {
  const { procedureId } = files;
  const hash = contentHash(files);
  return db.transaction(async (transaction) => {
    await rowsOf(transaction, 'SELECT pg_advisory_xact_lock(hashtext(:procedureId))', {
      procedureId: `publish ${procedureId}`,
    });
    const current = await findCurrentVersion(transaction, procedureId);
    const known = current === undefined ? {} : { version: current.version };
    if (current?.contentHash === hash) return { procedureId, ...known, outcome: 'unchanged', findings: [] };
    const version = (current?.newest ?? 0) + 1;
    const { procedure, findings: compiling } = await compileForPublishing(files, version);
    if (!procedure) return { procedureId, ...known, outcome: 'refused', findings: compiling };
    const findings = [...compiling, ...(await bodyFindings(transaction, procedure, now))];
    if (findings.some(({ level }) => level === 'error')) {
      return { procedureId, ...known, outcome: 'refused', findings };
    }
    await addVersion(transaction, { ...files, version, contentHash: hash, publishedAt: now });
    await addProcesses(transaction, { procedureId, version, programs: programsOf(procedure) });
    await replaceSubscriptions(transaction, procedureId, subscriptionsFrom(procedure, now));
    return { procedureId, version, outcome: 'published', findings };
  });
}

/** Publishes every folder below `dir`, one after the other; one that is refused does not hold up the rest. */
export async function publishAll(db: Db, dir: string, now: Instant): Promise<readonly Publication[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const publications: Publication[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    publications.push(await publish(db, await readProcedureFolder(join(dir, name)), now));
  }
  return publications;
}

/**
 * Gives published versions compiled. A version never changes, so each is compiled once in the life of the process.
 *
 * The function throws Problem `procedure.not-found` for a version that there is not, `procedure.invalid` for one that
 * this program can no longer compile.
 */
export function procedureLoader(db: Db): (procedureId: string, version: number) => Promise<Procedure> {
  const known = new Map<string, Promise<Procedure>>();
  return (procedureId, version) => {
    const name = `${procedureId} ${version}`;
    const loading = known.get(name) ?? loadProcedure(db, procedureId, version);
    known.set(name, loading);
    // A failure is not remembered: the database may be back at the next attempt.
    loading.catch(() => known.delete(name));
    return loading;
  };
}

async function loadProcedure(db: Db, procedureId: string, version: number): Promise<Procedure> {
  const row = await beside(db, (connection) => readVersion(connection, procedureId, version));
  if (row === undefined) throw new Problem('procedure.not-found', { procedureId, version });
  const { procedure, findings } = await compileProcedure({ procedureId, files: row.files }, version);
  if (procedure) return procedure;
  throw new Problem('procedure.invalid', { procedureId, version, findings });
}

async function readVersion(
  connection: Client,
  procedureId: string,
  version: number,
): Promise<Pick<ProcedureFiles, 'files'> | undefined> {
  const text = 'SELECT files FROM procedure_versions WHERE procedure_id = $1 AND version = $2';
  const { rows } = await connection.query<Pick<ProcedureFiles, 'files'>>(text, [procedureId, version]);
  return rows[0];
}

/**
 * Works on a connection beside the pool. The door asks for a procedure while it holds a connection of the pool: if all
 * who hold one waited for a further one, none would ever get it.
 */
async function beside<Result>(db: Db, work: (connection: Client) => Promise<Result>): Promise<Result> {
  const connection: Client = await db.client.acquireRawConnection();
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
