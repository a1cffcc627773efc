import { rewriteRows, type DossierPlace } from '../run/rewrite.ts';
import { LIST_RULES } from '../run/rows.ts';
import { rowsOf, type Db } from '../store/db.ts';
import type { JobDeps } from './job.ts';

/**
 * As many dossiers as are brought up to date in a round; at some milliseconds each, a round stays within ten seconds.
 */
const MOST = 2000;

/**
 * Brings the rows of dossiers under way to the rules by which lists show them now, a part at a time; gives how many. A
 * dossier would write them at its next step, but may wait for it for months. Several workers may do the same part: what
 * they write is the same. One dossier that cannot be written is logged and passed over.
 */
export async function followRules(
  deps: Pick<JobDeps, 'db' | 'doorDb' | 'clock' | 'procedures' | 'log'>,
  most = MOST,
): Promise<number> {
  const { db, clock } = deps;
  const progress = await progressOf(db);
  if (progress.isDone) return 0;
  const page = await rowsOf<DossierPlace>(db, pageSql, { through: progress.through, most });
  for (const place of page) {
    await rewriteRows(deps, place).catch((error: unknown) =>
      deps.log.error({ err: error, dossierId: place.dossierId }, 'rows could not be written anew'),
    );
  }
  const through = page.at(-1)?.dossierId ?? progress.through;
  await rowsOf(db, goOnSql, { rules: LIST_RULES, through, doneAt: page.length < most ? clock() : null });
  return page.length;
}

interface Progress {
  readonly through: string;
  readonly isDone: boolean;
}

async function progressOf(db: Db): Promise<Progress> {
  await rowsOf(db, 'INSERT INTO list_rules (rules) VALUES (:rules) ON CONFLICT DO NOTHING', { rules: LIST_RULES });
  const sql = 'SELECT through, done_at IS NOT NULL AS "isDone" FROM list_rules WHERE rules = :rules';
  const [progress] = await rowsOf<Progress>(db, sql, { rules: LIST_RULES });
  if (progress === undefined) throw new Error('the rules of lists have no row');
  return progress;
}

const pageSql = `
SELECT body_id AS "bodyId", dossier_id AS "dossierId", procedure_id AS "procedureId", procedure_version AS "procedureVersion"
  FROM dossiers WHERE dossier_id > CAST(:through AS uuid) ORDER BY dossier_id LIMIT :most`;

const goOnSql = `
UPDATE list_rules SET through = greatest(through, CAST(:through AS uuid)), done_at = coalesce(done_at, :doneAt)
 WHERE rules = :rules`;
