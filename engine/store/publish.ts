import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { notPublished, outsideCalls, unpublishedCall, type OutsideCall } from '../catalogue/calls.ts';
import { programsOf } from '../catalogue/expressions.ts';
import { compileForPublishing, contentHash, readProcedureFolder } from '../catalogue.ts';
import type { CompiledProcedure } from '../catalogue.ts';
import type { ProcedureFiles } from '../core/procedure.ts';
import { hasErrors } from '../kernel/findings.ts';
import type { Finding, Instant } from '../kernel/types.ts';
import { rowsOf, type Db } from './db.ts';
import { keepProcedureWords } from './lists/catalogue.ts';
import { officeFindings } from './offices.ts';
import { bodyFindings, subscriptionsFrom } from './starts.ts';
import { addProcesses, addVersion, findCurrentVersion, missingProcesses } from './tables/procedures.ts';
import { replaceSubscriptions } from './tables/start-subscriptions.ts';
import { matchMessages } from './tables/thrown-messages.ts';

/** What became of a procedure that was to be published. */
export interface Publication {
  readonly procedureId: string;
  /** The version that is current now; absent when the procedure was refused and there is none. */
  readonly version?: number;
  readonly outcome: 'published' | 'unchanged' | 'refused';
  readonly findings: readonly Finding[];
}

/**
 * Publishes the files of a procedure as a new, immutable version, unless the current one has the same content or a
 * finding of level `error` is in the way; then the current version stays. From now on the start events of the new
 * version
 * open dossiers, and those of the old one no longer do; messages that nobody has awaited yet are offered to them.
 */
export async function publish(db: Db, files: ProcedureFiles, now: Instant): Promise<Publication> {
  const [publication] = await publishTogether(db, [files], now);
  if (publication === undefined) throw new Error(`${files.procedureId} was neither published nor refused`);
  return publication;
}

/**
 * Publishes several procedures in one transaction, so that they may call each other. One that is refused is left out,
 * and
 * with it those that call it; the others are published.
 */
export async function publishTogether(
  db: Db,
  procedures: readonly ProcedureFiles[],
  now: Instant,
): Promise<readonly Publication[]> {
  // Always in the same order, so that two who publish the same procedures at once wait for each other only once.
  const ordered = [...procedures].sort((one, other) => (one.procedureId < other.procedureId ? -1 : 1));
  const packages: Package[] = [];
  for (const files of ordered) packages.push(await prepare(db, files));
  const leftOut = new Map<string, Publication>();
  for (;;) {
    const candidates = packages.filter(({ files }) => !leftOut.has(files.procedureId));
    const { published, refused } = await publishSet(db, candidates, now);
    for (const publication of refused) leftOut.set(publication.procedureId, publication);
    if (refused.length > 0) continue;
    const all = new Map([...leftOut, ...published.map((each) => [each.procedureId, each] as const)]);
    return procedures.flatMap(({ procedureId }) => all.get(procedureId) ?? []);
  }
}

interface PublishedSet {
  readonly published: readonly Publication[];
  /** Those whose calls lead nowhere, while the whole set has been taken back. */
  readonly refused: readonly Publication[];
}

/** The files of a procedure, compiled before the transaction begins: no connection waits for it. */
interface Package {
  readonly files: ProcedureFiles;
  readonly hash: string;
  /** Absent for what is current already. */
  readonly compiled?: CompiledProcedure;
}

async function prepare(db: Db, files: ProcedureFiles): Promise<Package> {
  const hash = contentHash(files);
  const current = await findCurrentVersion(db, files.procedureId);
  if (current?.contentHash === hash) return { files, hash };
  return { files, hash, compiled: await compileForPublishing(files, 0) };
}

async function publishSet(db: Db, procedures: readonly Package[], now: Instant): Promise<PublishedSet> {
  const transaction = await db.transaction();
  try {
    const added: Added[] = [];
    for (const each of procedures) added.push(await add(transaction, each, now));
    const refused: Publication[] = [];
    for (const { publication, previous, calls } of added) {
      const missing = (await missingProcesses(transaction, calls)).map(unpublishedCall);
      const findings = [...publication.findings, ...missing];
      if (missing.length > 0)
        refused.push({ procedureId: publication.procedureId, ...previous, outcome: 'refused', findings });
    }
    if (refused.length === 0 && added.length > 0) await matchMessages(transaction, now);
    await (refused.length === 0 ? transaction.commit() : transaction.rollback());
    return { published: added.map(({ publication }) => publication), refused };
  } catch (error) {
    // A connection that is gone has rolled back already; the first error is the one to tell.
    if (!transaction.isCompleted()) await transaction.rollback().catch(() => undefined);
    throw error;
  }
}

/** What was added in a transaction under way. */
interface Added {
  readonly publication: Publication;
  /** The version that stays current when it is taken back; absent when there is none. */
  readonly previous: Pick<Publication, 'version'>;
  /** The calls that have to lead somewhere once everything is added. */
  readonly calls: readonly OutsideCall[];
}

async function add(transaction: Db, { files, hash, compiled }: Package, now: Instant): Promise<Added> {
  const { procedureId } = files;
  await rowsOf(transaction, 'SELECT pg_advisory_xact_lock(hashtext(:procedureId))', {
    procedureId: `publish ${procedureId}`,
  });
  const current = await findCurrentVersion(transaction, procedureId);
  const known = current === undefined ? {} : { version: current.version };
  const nothing = { previous: known, calls: [] };
  if (current?.contentHash === hash) {
    return { ...nothing, publication: { procedureId, ...known, outcome: 'unchanged', findings: [] } };
  }
  const version = (current?.newest ?? 0) + 1;
  // Somebody may have published something else after it was prepared.
  const { procedure: compiledOnce, findings: compiling } = compiled ?? (await compileForPublishing(files, version));
  const procedure = compiledOnce && { ...compiledOnce, version };
  const bodies =
    procedure === undefined
      ? []
      : [...(await bodyFindings(transaction, procedure, now)), ...(await officeFindings(transaction, procedure))];
  const findings = [...compiling, ...bodies];
  if (!procedure || hasErrors(bodies)) {
    return { ...nothing, publication: { procedureId, ...known, outcome: 'refused', findings } };
  }
  await addVersion(transaction, { ...files, version, contentHash: hash, publishedAt: now });
  await keepProcedureWords(transaction, procedure);
  await addProcesses(transaction, { procedureId, version, programs: programsOf(procedure) });
  await replaceSubscriptions(transaction, procedureId, subscriptionsFrom(procedure, now));
  const publication: Publication = { procedureId, version, outcome: 'published', findings };
  return { ...nothing, publication, calls: outsideCalls(procedure) };
}

/**
 * Publishes every folder below `dir`, one after the other; one that is refused does not hold up the rest. Those that
 * call
 * a process which is not published yet come last, together.
 */
export async function publishAll(db: Db, dir: string, now: Instant): Promise<readonly Publication[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const publications: Publication[] = [];
  const waiting: ProcedureFiles[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const files = await readProcedureFolder(join(dir, name));
    const publication = await publish(db, files, now);
    if (publication.findings.some(({ rule }) => rule === notPublished)) waiting.push(files);
    else publications.push(publication);
  }
  return [...publications, ...(await publishTogether(db, waiting, now))];
}
