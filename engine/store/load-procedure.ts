import type { Client } from 'pg';
import { compileProcedure } from '../catalogue.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure, ProcedureFiles } from '../core/procedure.ts';
import type { Db } from './db.ts';

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
