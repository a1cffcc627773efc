import canonicalize from 'canonicalize';
import { withProcess } from '../core/called.ts';
import type { Dossier, DossierDocument, Term } from '../core/dossier.ts';
import { Problem } from '../core/problem.ts';
import type { Procedure } from '../core/procedure.ts';
import { rowToSeal, sealName } from '../core/seals.ts';
import type { SentAnswers } from '../core/search/texts.ts';
import { eventActor } from '../core/step/progress.ts';
import type { Instant } from '../kernel/types.ts';
import type { RunDeps } from '../run.ts';
import type { DossierKey } from '../store/tables/dossier-key.ts';
import { inTransaction, type Statement } from '../store/transaction.ts';
import { saveAgain, type SavingAgain } from './save.ts';
import { sealableSql, type SealableRow } from './sealable-sql.ts';
import { dossierToSeal } from './sealed-rows.ts';

/** A dossier, with the version on which it runs, which never changes. */
export interface DossierPlace extends DossierKey {
  readonly procedureId: string;
  readonly procedureVersion: number;
}

/**
 * Writes the rows of a dossier anew as the door would write them now: the columns that lists sort by, tasks, readers,
 * words. Nothing happens in the dossier: no job, and the snapshot changes only in what its terms are by the procedure.
 * An event is written only to seal that change, and rows of before that nothing vouches for.
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
      const standing = await transaction.one<StandingRow>(standingSql, [bodyId, dossierId]);
      if (standing.dossier === null) throw new Problem('dossier.not-found', { dossierId });
      const procedure = withProcess(published, standing.dossier.processId);
      const dossier = { ...standing.dossier, terms: termsBy(procedure, standing.dossier) };
      const at = new Date(deps.clock()).toISOString();
      await saveAgain(transaction, {
        dossier,
        sealing: sealingOf(dossier, { ...standing, dossier: standing.dossier, at }),
        documents: standing.documents ?? [],
        submissions: submissionsOf(standing),
        place: { procedure, bodyName: standing.bodyName },
        at,
      });
    },
    [bodyId],
  );
}

interface StandingRow {
  readonly dossier: Dossier | null;
  readonly bodyName: string;
  readonly documents: readonly DossierDocument[] | null;
  /** The names of the rows that events vouch for. */
  readonly sealed: readonly string[] | null;
  readonly beside: readonly SealableRow[];
}

/** What is to be sealed of a dossier as it will stand; undefined when its record seals all of it. */
function sealingOf(
  dossier: Dossier,
  standing: Pick<StandingRow, 'sealed' | 'beside'> & { readonly dossier: Dossier; readonly at: Instant },
): SavingAgain['sealing'] {
  const sealed = new Set(standing.sealed);
  const open = new Set(dossier.tasks.map(({ taskId }) => taskId));
  const rows = standing.beside
    .map(({ table, key, row }) => rowToSeal(table, key, row))
    .filter((row) => !sealed.has(sealName(row)) && !(row.table === 'tasks' && open.has(row.key)));
  const isSame = canonicalize(dossier.terms) === canonicalize(standing.dossier.terms);
  if (isSame && rows.length === 0 && sealed.has(sealName(dossierToSeal(dossier)))) return undefined;
  const event = { type: 'record.sealed', at: standing.at, actor: eventActor(theWorker), data: {} } as const;
  return { event, rows };
}

/** The answers that were sent, as they stand. */
const submissionsOf = ({ beside }: Pick<StandingRow, 'beside'>): readonly SentAnswers[] =>
  beside.flatMap(({ table, row }) => (table === 'submissions' ? [row as SentAnswers] : []));

const theWorker = { type: 'system', component: 'worker' } as const;

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
     FROM documents f WHERE f.body_id = $1::uuid AND f.dossier_id = $2::uuid) AS documents,
  (SELECT jsonb_agg(DISTINCT name) FROM events e, jsonb_object_keys(e.seals) AS name
    WHERE e.body_id = $1::uuid AND e.dossier_id = $2::uuid) AS sealed,
  (${sealableSql('$1::uuid', '$2::uuid')}) AS beside
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
