import { rowsOf, type Db } from '../db.ts';

/** By what the rows of a dossier are found: its body comes first, as in the keys of all their tables. */
export interface DossierKey {
  readonly bodyId: string;
  readonly dossierId: string;
}

/** As many bodies as are kept in memory for each pool; one is some hundred bytes. */
const most = 20_000;

/** A dossier never changes its body, so that what was found once holds. */
const known = new WeakMap<Db, Map<string, string>>();

/** The key of a dossier of which only the id is known; undefined when there is none. */
export async function findKey(db: Db, dossierId: string): Promise<DossierKey | undefined> {
  const bodyId = known.get(db)?.get(dossierId) ?? (await bodyOf(db, dossierId));
  if (bodyId === undefined) return undefined;
  noteKey(db, { bodyId, dossierId });
  return { bodyId, dossierId };
}

/** Keeps in memory the key of a dossier that has just come to be, or was found. */
export function noteKey(db: Db, { bodyId, dossierId }: DossierKey): void {
  const bodies = known.get(db) ?? new Map<string, string>();
  known.set(db, bodies);
  // What was asked last stays longest.
  bodies.delete(dossierId);
  bodies.set(dossierId, bodyId);
  const [oldest] = bodies.keys();
  if (bodies.size > most && oldest !== undefined) bodies.delete(oldest);
}

async function bodyOf(db: Db, dossierId: string): Promise<string | undefined> {
  const sql = 'SELECT body_id AS "bodyId" FROM dossiers WHERE dossier_id = CAST(:dossierId AS uuid)';
  const [row] = await rowsOf<{ bodyId: string }>(db, sql, { dossierId });
  return row?.bodyId;
}
