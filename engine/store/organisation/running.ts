import { rowsOf, type Db } from '../db.ts';

/** Dossiers that are not closed, and their open tasks in an office. */
export interface Running {
  readonly openDossiers: number;
  readonly openTasks: number;
}

/** What runs in a body: of one procedure, or of all; tasks in one office, or in any. */
export async function runningIn(
  db: Db,
  of: {
    readonly ipaCode: string;
    readonly procedureId?: string | undefined;
    readonly office?: { readonly ipaCode: string; readonly code: string } | undefined;
  },
): Promise<Running> {
  const { ipaCode, procedureId = null, office } = of;
  const [found] = await rowsOf<Running>(
    db,
    `WITH running AS (
       SELECT d.body_id, d.dossier_id FROM dossiers d JOIN bodies b USING (body_id)
        WHERE b.ipa_code = :ipaCode AND d.closed_at IS NULL
          AND (CAST(:procedureId AS text) IS NULL OR d.procedure_id = :procedureId))
     SELECT (SELECT count(*)::int FROM running) AS "openDossiers",
       (SELECT count(*)::int FROM tasks t JOIN running USING (body_id, dossier_id) JOIN bodies h ON h.body_id = t.office_body_id
         WHERE t.state = 'open' AND t.audience = 'office'
           AND (CAST(:officeCode AS text) IS NULL OR (t.office_code = :officeCode AND h.ipa_code = :officeIpaCode)))
         AS "openTasks"`,
    { ipaCode, procedureId, officeCode: office?.code ?? null, officeIpaCode: office?.ipaCode ?? null },
  );
  return found ?? { openDossiers: 0, openTasks: 0 };
}
