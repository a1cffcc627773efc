import { notPublished, outsideCalls, unpublishedCall, type OutsideCall } from './catalogue/calls.ts';
import type { CompiledProcedure } from './catalogue/compile.ts';
import { programsOf } from './catalogue/expressions.ts';
import { romeDay } from './core/calendar.ts';
import { cardWith } from './core/card.ts';
import { parametersOn } from './core/parameters.ts';
import type { ProcedureFiles } from './core/procedure.ts';
import { hasErrors } from './kernel/findings.ts';
import type { Finding } from './findings/finding.ts';
import type { Instant } from './kernel/types.ts';
import { compileForPublishing, compileProcedure } from './publish/compile-procedure.ts';
import { bodyValueFindings } from './publish/body-values.ts';
import { officeFindings } from './publish/offices.ts';
import { contentHash } from './publish/read-folder.ts';
import { bodyFindings, subscriptionsFrom } from './publish/starts.ts';
import type { Db } from './store/db.ts';
import { keepProcedureWords } from './store/lists/catalogue.ts';
import {
  lockPublication,
  notePublication,
  reopenProcedure,
  type PackagePublication,
} from './store/tables/package-publications.ts';
import {
  addProcesses,
  addVersion,
  findCurrentVersion,
  missingProcesses,
  type CurrentVersion,
} from './store/tables/procedures.ts';
import { replaceSubscriptions } from './store/tables/start-subscriptions.ts';
import { matchMessages } from './store/tables/thrown-messages.ts';

/** A version that is current now, with warnings. */
export interface Published {
  readonly procedureId: string;
  /** `unchanged`: it was current before, with the same content. */
  readonly outcome: 'published' | 'unchanged';
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** Nothing was published. */
export interface Refused {
  readonly procedureId: string;
  readonly outcome: 'refused';
  /** At least one is of level `error`. */
  readonly findings: readonly Finding[];
  /** The version that stays in use; absent when there is none. */
  readonly inUse?: number;
}

/** What became of a package that was to be published. */
export type Publication = Published | Refused;

/** Finds what is wrong with files, away from the process that publishes them. */
type Checking = (files: ProcedureFiles) => Promise<readonly Finding[]>;

/** Files as they are to be checked. */
export interface PackageToCheck extends ProcedureFiles {
  /** For what analysts draw: nobody has read it yet. Absent for the folders of the product, which are checked here. */
  readonly checkedBy?: Checking;
}

/** The files to publish, and the package in which an analyst has drawn them; absent for those of a folder. */
export interface PackageToPublish extends PackageToCheck {
  readonly drawn?: PackagePublication;
}

/**
 * The door of publishing: the files of a package become a new, immutable version, unless the current one has the same
 * content or a finding of level `error` is in the way; then the current version stays. From now on the start events of
 * the new version open dossiers, and those of the old one no longer do; messages that nobody has awaited yet are
 * offered to them.
 */
export async function publish(db: Db, files: PackageToPublish, now: Instant): Promise<Publication> {
  const [publication] = await publishTogether(db, [files], now);
  if (publication === undefined) throw new Error(`${files.procedureId} was neither published nor refused`);
  return publication;
}

/**
 * Publishes several packages in one transaction, so that they may call each other. One that is refused is left out, and
 * with it those that call it; the others are published.
 */
export async function publishTogether(
  db: Db,
  procedures: readonly PackageToPublish[],
  now: Instant,
): Promise<readonly Publication[]> {
  // Always in the same order, so that two who publish the same procedures at once wait for each other only once.
  const ordered = [...procedures].sort((one, other) => (one.procedureId < other.procedureId ? -1 : 1));
  let packages: readonly Package[] = await inTurn(ordered, (files) => prepare(db, files));
  const leftOut = new Map<string, Publication>();
  for (;;) {
    const candidates = packages.filter(({ files }) => !leftOut.has(files.procedureId));
    const { published, refused, stale } = await publishSet(db, candidates, now);
    for (const publication of refused) leftOut.set(publication.procedureId, publication);
    packages = await inTurn(packages, (each) => (stale.includes(each) ? check(each) : Promise.resolve(each)));
    if (refused.length + stale.length > 0) continue;
    const all = new Map([...leftOut, ...published.map((each) => [each.procedureId, each] as const)]);
    return procedures.flatMap(({ procedureId }) => all.get(procedureId) ?? []);
  }
}

async function inTurn<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<readonly To[]> {
  const done: To[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

/** A package, checked and proved on its scenarios before the transaction begins: no connection waits for it. */
interface Package {
  readonly files: PackageToPublish;
  readonly hash: string;
  /** Absent for what was current already. */
  readonly compiled?: CompiledProcedure;
}

/** Whether a package is what new applications run on: a retired version has to be opened again. */
const isInUse = (current: CurrentVersion | undefined, hash: string) =>
  current?.contentHash === hash && current.retiredAt === null;

async function prepare(db: Db, files: PackageToPublish): Promise<Package> {
  const hash = contentHash(files);
  const current = await findCurrentVersion(db, files.procedureId);
  return isInUse(current, hash) ? { files, hash } : check({ files, hash });
}

const check = async ({ files, hash }: Package): Promise<Package> => ({
  files,
  hash,
  compiled: await checkedAndCompiled(files),
});

/** What was found sound elsewhere is compiled here without being proved again. */
async function checkedAndCompiled(files: PackageToCheck): Promise<CompiledProcedure> {
  if (files.checkedBy === undefined) return compileForPublishing(files, 0);
  const findings = await files.checkedBy(files);
  if (hasErrors(findings)) return { findings };
  return { ...(await compileProcedure(files, 0)), findings };
}

interface PublishedSet {
  readonly published: readonly Publication[];
  /** Those whose calls lead nowhere, while the whole set has been taken back. */
  readonly refused: readonly Publication[];
  /** Those that were current when they were prepared, and no longer are; the whole set has been taken back, too. */
  readonly stale: readonly Package[];
}

async function publishSet(db: Db, packages: readonly Package[], now: Instant): Promise<PublishedSet> {
  const transaction = await db.transaction();
  try {
    const added: Added[] = [];
    const stale: Package[] = [];
    for (const each of packages) {
      const one = await add(transaction, each, now);
      if (one === 'stale') stale.push(each);
      else added.push(one);
    }
    const refused = stale.length > 0 ? [] : await callsThatLeadNowhere(transaction, added);
    const isWhole = refused.length + stale.length === 0;
    if (isWhole && added.length > 0) await matchMessages(transaction, now);
    await (isWhole ? transaction.commit() : transaction.rollback());
    return { published: added.map(({ publication }) => publication), refused, stale };
  } catch (error) {
    // A connection that is gone has rolled back already; the first error is the one to tell.
    if (!transaction.isCompleted()) await transaction.rollback().catch(() => undefined);
    throw error;
  }
}

/** What was added in a transaction under way. */
interface Added {
  readonly publication: Publication;
  /** The version that stays current when it is taken back. */
  readonly previous: Pick<Refused, 'inUse'>;
  /** The calls that have to lead somewhere once everything is added. */
  readonly calls: readonly OutsideCall[];
}

async function callsThatLeadNowhere(transaction: Db, added: readonly Added[]): Promise<readonly Refused[]> {
  const refused: Refused[] = [];
  for (const { publication, previous, calls } of added) {
    const missing = (await missingProcesses(transaction, calls)).map(unpublishedCall);
    if (missing.length === 0) continue;
    const findings = [...publication.findings, ...missing];
    refused.push({ procedureId: publication.procedureId, outcome: 'refused', findings, ...previous });
  }
  return refused;
}

async function add(transaction: Db, { files, hash, compiled }: Package, now: Instant): Promise<Added | 'stale'> {
  const { procedureId } = files;
  await lockPublication(transaction, procedureId);
  const current = await findCurrentVersion(transaction, procedureId);
  const previous = current === undefined ? {} : { inUse: current.version };
  if (current !== undefined && isInUse(current, hash)) {
    const { version } = current;
    return { previous, calls: [], publication: { procedureId, version, outcome: 'unchanged', findings: [] } };
  }
  if (compiled === undefined) return 'stale';
  // What was retired is opened again as the version that it has.
  const isReopened = current?.contentHash === hash;
  const version = isReopened ? current.version : (current?.newest ?? 0) + 1;
  const procedure = compiled.procedure && { ...compiled.procedure, version };
  const here = procedure === undefined ? [] : await findingsHere(transaction, procedure, now);
  const findings = [...compiled.findings, ...here];
  if (!procedure || hasErrors(here)) {
    return { previous, calls: [], publication: { procedureId, outcome: 'refused', findings, ...previous } };
  }
  if (isReopened) await reopenProcedure(transaction, procedureId);
  else await addVersion(transaction, { ...files, version, contentHash: hash, publishedAt: now });
  if (files.drawn && !isReopened)
    await notePublication(transaction, files.drawn, { procedureId, version, publishedAt: now });
  const service = cardWith(procedure.service, parametersOn(procedure.parameters, romeDay(now)));
  await keepProcedureWords(transaction, { ...procedure, service });
  if (!isReopened) await addProcesses(transaction, { procedureId, version, programs: programsOf(procedure) });
  await replaceSubscriptions(transaction, procedureId, subscriptionsFrom(procedure, now));
  const publication: Published = { procedureId, version, outcome: 'published', findings };
  return { previous, publication, calls: outsideCalls(procedure) };
}

/** What only this installation knows: its bodies, their offices, and what they give of their own. */
async function findingsHere(
  db: Db,
  procedure: NonNullable<CompiledProcedure['procedure']>,
  now: Instant,
): Promise<readonly Finding[]> {
  return [
    ...(await bodyFindings(db, procedure, now)),
    ...(await officeFindings(db, procedure)),
    ...(await bodyValueFindings(db, procedure, now)),
  ];
}

/** Everything that publishing would find in a package now, while nothing is published. */
export async function findingsOf(db: Db, files: PackageToCheck, now: Instant): Promise<readonly Finding[]> {
  const { procedure, findings } = await checkedAndCompiled(files);
  if (procedure === undefined) return findings;
  const own = new Set(programsOf(procedure).map(({ processId }) => processId));
  const calls = outsideCalls(procedure).filter(({ processId }) => !own.has(processId));
  const missing = (await missingProcesses(db, calls)).map(unpublishedCall);
  return [...findings, ...(await findingsHere(db, procedure, now)), ...missing];
}

/** Whether a package waits for another one: a call of it leads to what is not published yet. */
export const waitsForAnother = ({ findings }: Publication): boolean =>
  findings.some(({ rule }) => rule === notPublished);
