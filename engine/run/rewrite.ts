import { withProcess } from '../core/called.ts';
import type { Dossier, DossierDocument, Term } from '../core/dossier.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import type { RunDeps } from '../run.ts';
import type { DossierKey } from '../store/tables/dossier-key.ts';
import { inTransaction, type Statement } from '../store/transaction.ts';
import { saveAgain } from './save.ts';

/** A dossier, with the version on which it runs, which never changes. */
export interface DossierPlace extends DossierKey {
  readonly procedureId: string;
  readonly procedureVersion: number;
}

/**
 * Writes the rows of a dossier anew as the door would write them now: the columns that lists sort by, tasks, readers,
 * words. Nothing happens in the dossier: no event, no job, and the snapshot changes only in what its terms are by the
 * procedure.
 * @throws Problem `dossier.not-found`
 */
export async function rewriteRows(
  deps: Pick<RunDeps, 'db' | 'doorDb' | 'clock' | 'procedures'>,
  { bodyId, dossierId, procedureId, procedureVersion }: DossierPlace,
): Promise<void> {
  const published = await deps.procedures(procedureId, procedureVersion);
  await inTransaction(
    deps.doorDb ?? deps.db,
    async (transaction) => {
      await transaction.one(lockSql, [bodyId, dossierId]);
      const { dossier, bodyName, documents } = await transaction.one<StandingRow>(standingSql, [bodyId, dossierId]);
      if (dossier === null) throw new Problem('dossier.not-found', { dossierId });
      const procedure = withProcess(published, dossier.processId);
      await saveAgain(transaction, {
        dossier: { ...dossier, terms: termsBy(procedure, dossier) },
        documents: documents ?? [],
        place: { procedure, bodyName },
        at: new Date(deps.clock()).toISOString(),
      });
    },
    [bodyId],
  );
}

interface StandingRow {
  readonly dossier: Dossier | null;
  readonly bodyName: string;
  readonly documents: readonly DossierDocument[] | null;
}

const lockSql: Statement = {
  name: 'iter-rewrite-lock',
  text: /* sql */ `SELECT (SELECT 1 FROM dossiers WHERE body_id = $1::uuid AND dossier_id = $2::uuid FOR UPDATE) AS dossier`,
};

const standingSql: Statement = {
  name: 'iter-rewrite-load',
  text: /* sql */ `
SELECT d.snapshot || jsonb_build_object('eventCount', d.event_count, 'headHash', d.head_hash) AS dossier,
  b.name AS "bodyName",
  (SELECT jsonb_agg(jsonb_build_object('title', f.title, 'fileName', f.file_name, 'readableBy', f.readable_by)
            || CASE WHEN f.registration IS NULL THEN '{}' ELSE jsonb_build_object('registration', f.registration) END)
     FROM documents f WHERE f.body_id = $1::uuid AND f.dossier_id = $2::uuid) AS documents
  FROM (SELECT) AS one LEFT JOIN dossiers d ON d.body_id = $1::uuid AND d.dossier_id = $2::uuid
    LEFT JOIN bodies b ON b.body_id = d.body_id`,
};

/** The terms of a dossier; a dossier from before that was noted learns which of them are the time for a remedy. */
function termsBy({ terms: rules }: Procedure, { terms }: Dossier): Dossier['terms'] {
  return Object.fromEntries(
    Object.entries(terms).map(([key, term]): [string, Term] => [
      key,
      rules[term.termId]?.remedy === undefined ? term : { ...term, isRemedy: true },
    ]),
  );
}
