import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/** A procedure as it is published now. */
export interface PublishedProcedure {
  readonly procedureId: string;
  readonly version: number;
  readonly publishedAt: Instant;
}

const select = `SELECT p.procedure_id AS "procedureId", v.version, v.published_at AS "publishedAt"
  FROM procedures p JOIN procedure_versions v ON v.procedure_id = p.procedure_id AND v.version = p.current_version`;

/** Every published procedure with its current version; there are a few dozen at the most. */
export function listPublished(db: Db): Promise<readonly PublishedProcedure[]> {
  return rowsOf<PublishedProcedure>(db, `${select} ORDER BY p.procedure_id`);
}

/** The current version of one procedure. */
export async function findPublished(db: Db, procedureId: string): Promise<PublishedProcedure | undefined> {
  const [row] = await rowsOf<PublishedProcedure>(db, `${select} WHERE p.procedure_id = :procedureId`, { procedureId });
  return row;
}
