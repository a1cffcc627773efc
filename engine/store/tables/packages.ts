import { Problem } from '../../core/problem.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

/** Who changes a package; without an id somebody at the command line. */
export interface Author {
  readonly personId: string | null;
  readonly name: string;
}

/** A package as it stands now. */
export interface PackageRow {
  readonly packageId: string;
  readonly bodyId: string;
  readonly procedureId: string;
  /** The number of its last change. */
  readonly revision: number;
  readonly bodyName: string;
  /** Whoever changed the package last may not publish it. */
  readonly fourEyes: boolean;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly changedById: string | null;
  /** The current version of the procedure, whoever published it. */
  readonly version: number | null;
  /** The revision that was published last from this package. */
  readonly publishedRevision: number | null;
  /** Whether what is published differs from what was published last from this package. */
  readonly isChanged: boolean;
  readonly retiredAt: Instant | null;
  /** When a start held back the files of the product, which no version of this installation has. */
  readonly heldAt: Instant | null;
  readonly checkedRevision: number | null;
  readonly errors: number | null;
  readonly warnings: number | null;
  /** The text of its service card; null where it has none. */
  readonly card: string | null;
}

/** A file as it stands at some revision. */
export interface PackageFile {
  readonly path: string;
  readonly text: string;
  /** The revision that changed it last. */
  readonly revision: number;
  readonly changedAt: Instant;
  readonly author: string;
}

/** What was done to a file. */
export type ChangeKind = 'created' | 'written' | 'deleted' | 'renamed' | 'restored';

const packageSql = `
SELECT p.package_id AS "packageId", p.body_id AS "bodyId", p.procedure_id AS "procedureId", p.revision,
       b.name AS "bodyName", b.four_eyes AS "fourEyes", c.changed_at AS "changedAt", c.author AS "changedBy",
       c.person_id AS "changedById", q.current_version AS version, q.retired_at AS "retiredAt",
       u.revision AS "publishedRevision",
       EXISTS (SELECT 1 FROM package_changes x
                WHERE x.package_id = p.package_id AND x.revision > u.revision
                  AND x.path NOT LIKE 'scenarios/%' AND x.path !~ '(^|/)README[.]md$'
                  AND x.revision = (SELECT max(y.revision) FROM package_changes y
                                     WHERE y.package_id = x.package_id AND y.path = x.path)
                  AND x.content IS DISTINCT FROM (
                    SELECT content FROM package_changes y
                     WHERE y.package_id = x.package_id AND y.path = x.path AND y.revision <= u.revision
                     ORDER BY y.revision DESC LIMIT 1)) AS "isChanged",
       (SELECT q.held_at WHERE q.held_hash IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM procedure_versions v
           WHERE v.procedure_id = q.procedure_id AND v.content_hash = q.held_hash)) AS "heldAt",
       p.checked_revision AS "checkedRevision", p.errors, p.warnings,
       (SELECT content FROM package_changes x WHERE x.package_id = p.package_id AND x.path = 'service.json'
         ORDER BY x.revision DESC LIMIT 1) AS card
  FROM packages p
  JOIN bodies b USING (body_id)
  JOIN LATERAL (SELECT * FROM package_changes x
                 WHERE x.package_id = p.package_id AND x.revision = p.revision LIMIT 1) c ON true
  LEFT JOIN procedures q USING (procedure_id)
  LEFT JOIN LATERAL (SELECT max(revision) AS revision FROM package_publications y
                      WHERE y.package_id = p.package_id) u ON true`;

/** The packages of some bodies, those that changed last first; a body has a few dozen at the most. */
export async function listPackages(db: Db, bodyIds: readonly string[]): Promise<readonly PackageRow[]> {
  const sql = `${packageSql} WHERE p.body_id = ANY(CAST(:bodyIds AS uuid[])) ORDER BY c.changed_at DESC, p.package_id`;
  return rowsOf<PackageRow>(db, sql, { bodyIds: [...bodyIds] });
}

/** The packages of all bodies, by procedure. */
export async function listAllPackages(db: Db): Promise<readonly PackageRow[]> {
  return rowsOf<PackageRow>(db, `${packageSql} ORDER BY p.procedure_id`);
}

/** A package by its id. */
export async function findPackage(db: Db, packageId: string): Promise<PackageRow | undefined> {
  const [row] = await rowsOf<PackageRow>(db, `${packageSql} WHERE p.package_id = :packageId`, { packageId });
  return row;
}

/** The package in which a procedure is drawn. */
export async function findPackageOf(db: Db, procedureId: string): Promise<PackageRow | undefined> {
  const [row] = await rowsOf<PackageRow>(db, `${packageSql} WHERE p.procedure_id = :procedureId`, { procedureId });
  return row;
}

/** The files of a package after a revision, or as they are now. */
export async function packageFiles(db: Db, packageId: string, revision?: number): Promise<readonly PackageFile[]> {
  return rowsOf<PackageFile>(
    db,
    `SELECT path, content AS text, revision, changed_at AS "changedAt", author FROM (
       SELECT DISTINCT ON (path) * FROM package_changes
        WHERE package_id = :packageId AND (CAST(:revision AS integer) IS NULL OR revision <= :revision)
        ORDER BY path, revision DESC) AS newest
      WHERE content IS NOT NULL ORDER BY path`,
    { packageId, revision: revision ?? null },
  );
}

/** One line of the history of a package. */
export interface HistoryLine {
  readonly revision: number;
  readonly path: string;
  readonly kind: ChangeKind;
  readonly author: string;
  readonly changedAt: Instant;
}

/** The changes of a package or of one of its files below a revision, the newest first. */
export async function packageHistory(
  db: Db,
  packageId: string,
  { path, before, limit }: { readonly path?: string; readonly before?: number; readonly limit: number },
): Promise<readonly HistoryLine[]> {
  return rowsOf<HistoryLine>(
    db,
    `SELECT revision, path, kind, author, changed_at AS "changedAt" FROM package_changes
      WHERE package_id = :packageId AND (CAST(:path AS text) IS NULL OR path = :path)
        AND (CAST(:before AS integer) IS NULL OR revision < :before)
      ORDER BY revision DESC, path LIMIT :limit`,
    { packageId, path: path ?? null, before: before ?? null, limit },
  );
}

/** A new package with its first files. */
export interface NewPackage {
  readonly packageId: string;
  readonly bodyId: string;
  readonly procedureId: string;
  readonly files: Readonly<Record<string, string>>;
  readonly author: Author;
  readonly at: Instant;
}

/**
 * Adds a package.
 * @throws Problem `package.exists` when the procedure is drawn in another one
 */
export async function addPackage(db: Db, added: NewPackage): Promise<void> {
  const { packageId, bodyId, procedureId, files, author, at } = added;
  await db.transaction(async (transaction) => {
    const made = await rowsOf(
      transaction,
      `INSERT INTO packages (package_id, body_id, procedure_id, revision, created_at)
       VALUES (:packageId, :bodyId, :procedureId, 1, :at) ON CONFLICT (procedure_id) DO NOTHING RETURNING 1`,
      { packageId, bodyId, procedureId, at },
    );
    if (made.length === 0) throw new Problem('package.exists', { procedureId });
    const changes = Object.entries(files).map(([path, text]) => ({ path, text }));
    await insertChanges(transaction, { packageId, revision: 1, kind: 'created', changes, author, at });
  });
}

/** A file as it is to be from now on; without a text it is gone. */
export interface FileToBe {
  readonly path: string;
  readonly text: string | null;
}

/** A change of some files at once. */
export interface PackageChange {
  readonly packageId: string;
  readonly kind: ChangeKind;
  readonly author: Author;
  readonly at: Instant;
}

/** Gives the files that a change makes of the present ones, or throws why it cannot be. */
export type Deciding = (present: readonly PackageFile[], revision: number) => readonly FileToBe[];

/**
 * Changes files of a package under its lock: nobody else changes it between `decide` and the change.
 * @returns the revision that holds now
 */
export async function changePackage(db: Db, change: PackageChange, decide: Deciding): Promise<number> {
  const { packageId } = change;
  return db.transaction(async (transaction) => {
    const [row] = await rowsOf<{ revision: number }>(
      transaction,
      'SELECT revision FROM packages WHERE package_id = :packageId FOR UPDATE',
      { packageId },
    );
    if (row === undefined) throw new Problem('package.not-found', { packageId });
    const changes = decide(await packageFiles(transaction, packageId), row.revision);
    if (changes.length === 0) return row.revision;
    const revision = row.revision + 1;
    await insertChanges(transaction, { ...change, revision, changes });
    await rowsOf(transaction, 'UPDATE packages SET revision = :revision WHERE package_id = :packageId', {
      packageId,
      revision,
    });
    return revision;
  });
}

interface Inserted extends PackageChange {
  readonly revision: number;
  readonly changes: readonly FileToBe[];
}

async function insertChanges(db: Db, { packageId, revision, kind, changes, author, at }: Inserted): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO package_changes (package_id, revision, path, kind, content, person_id, author, changed_at)
     SELECT CAST(:packageId AS uuid), :revision, path, CASE WHEN text IS NULL THEN 'deleted' ELSE :kind END, text,
            CAST(:personId AS uuid), :name, CAST(:at AS timestamptz)
       FROM jsonb_to_recordset(CAST(:changes AS jsonb)) AS f(path text, text text)`,
    { packageId, revision, kind, personId: author.personId, name: author.name, at, changes: JSON.stringify(changes) },
  );
}

/** Notes what a check has found at a revision. */
export async function noteCheck(
  db: Db,
  checked: Pick<PackageRow, 'packageId' | 'revision'> & { readonly errors: number; readonly warnings: number },
): Promise<void> {
  await rowsOf(
    db,
    `UPDATE packages SET checked_revision = :revision, errors = :errors, warnings = :warnings
      WHERE package_id = :packageId AND (checked_revision IS NULL OR checked_revision <= :revision)`,
    { ...checked },
  );
}

/**
 * Says whether in a body somebody other than the last to change a package has to publish it; false for no such body.
 */
export async function setFourEyes(db: Db, ipaCode: string, fourEyes: boolean): Promise<boolean> {
  const sql = 'UPDATE bodies SET four_eyes = :fourEyes WHERE ipa_code = :ipaCode RETURNING 1';
  return (await rowsOf(db, sql, { ipaCode, fourEyes })).length > 0;
}

/** A body as far as its packages need it. */
export async function findBody(db: Db, by: { readonly bodyId: string } | { readonly ipaCode: string }) {
  const [column, value] = 'bodyId' in by ? ['body_id::text', by.bodyId] : ['ipa_code', by.ipaCode];
  const [row] = await rowsOf<{ bodyId: string; kind: string }>(
    db,
    `SELECT body_id AS "bodyId", kind FROM bodies WHERE ${column} = :value`,
    { value },
  );
  return row;
}
