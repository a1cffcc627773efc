import { compileProcedure } from './compile-procedure.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure, ProcedureFiles } from '../core/procedure.ts';
import { rowsOf, type Db } from '../store/db.ts';

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
  const [row] = await rowsOf<Pick<ProcedureFiles, 'files'>>(
    db,
    'SELECT files FROM procedure_versions WHERE procedure_id = :procedureId AND version = :version',
    { procedureId, version },
  );
  if (row === undefined) throw new Problem('procedure.not-found', { procedureId, version });
  const { procedure, findings } = await compileProcedure({ procedureId, files: row.files }, version);
  if (procedure) return procedure;
  throw new Problem('procedure.invalid', { procedureId, version, findings });
}
