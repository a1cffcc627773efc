import type { Calls } from '../core/step.ts';
import type { Statement, Transaction } from '../store/transaction.ts';

/**
 * Where process $1 is published: its current version, or the newest under the version tag $2. A procedure named after
 * the process goes before another one whose diagram holds it, too.
 */
const findProcessSql: Statement = {
  name: 'iter-find-process',
  text: /* sql */ `
SELECT (
  SELECT jsonb_build_object('procedureId', p.procedure_id, 'version', p.version)
    FROM published_processes p JOIN procedures c USING (procedure_id)
   WHERE p.process_id = $1 AND CASE WHEN $2::text IS NULL THEN p.version = c.current_version ELSE p.version_tag = $2 END
   ORDER BY (p.procedure_id = p.process_id) DESC, p.version DESC LIMIT 1) AS found`,
};

/** Finds the processes that call activities name, in the transaction of their dossier. */
export function processFinder(transaction: Transaction): Calls['find'] {
  return async ({ processId, versionTag }) => {
    const row = await transaction.one<{ found: { procedureId: string; version: number } | null }>(findProcessSql, [
      processId,
      versionTag,
    ]);
    return row.found ?? undefined;
  };
}
