import type { PackageDetail, PackageSummary } from '../../forms/contract/packages.ts';
import { fullName } from '../../forms/schema/full-name.ts';
import type { PersonActor } from '../core/actor.ts';
import type { Language } from '../core/language.ts';
import { demand, mayDo } from '../core/policy.ts';
import { drawnBodies } from '../core/memberships.ts';
import { Problem } from '../core/problem.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsOf, publish } from '../publish.ts';
import { beginPackage, deleteFile, renameFile, restore, writeFile } from '../publish/package-drafts.ts';
import { packageOf } from '../publish/package-files.ts';
import { writeZip } from '../publish/zip.ts';
import {
  findPackage,
  listPackages as listRows,
  noteCheck,
  packageFiles,
  packageHistory,
  type Author,
  type PackageRow,
} from '../store/tables/packages.ts';
import { retireProcedure } from '../store/tables/package-publications.ts';
import { findingInWords } from '../words/findings/words.ts';
import type { Handler } from './handler.ts';
import { answerIn } from './language.ts';
import { beginning } from './package-beginning.ts';
import { defined } from './present/defined.ts';
import type { Services } from './services.ts';

/** The packages of the bodies that the reader draws for. */
export const listPackages: Handler<'listPackages'> = async ({ actor, services }) => {
  demand(actor, 'read-sources', {});
  const rows = await listRows(services.db, drawnBodies(actor));
  return { items: rows.map((row) => summaryOf(row, actor)) };
};

/** Begins a package. */
export const createPackage: Handler<'createPackage'> = async ({ body, actor, services }) => {
  demand(actor, 'read-sources', {});
  const bodyId = bodyOf(actor, body.bodyId);
  demand(actor, 'draw-package', { bodyId });
  const packageId = services.newId();
  const begun = await beginning(services.db, body.from);
  await beginPackage(services.db, { packageId, bodyId, ...begun, ...by(actor, services) });
  return summaryOf(await ownPackage(services, actor, packageId), actor);
};

function bodyOf(actor: PersonActor, asked: string | undefined): string {
  const [first, ...others] = drawnBodies(actor);
  if (asked !== undefined) return asked;
  if (first !== undefined && others.length === 0) return first;
  throw new Problem('request.invalid', { expected: 'bodyId: the body for which one draws' });
}

/** A package and its files. */
export const readPackage: Handler<'readPackage'> = async ({ params, actor, services }) => {
  const row = await ownPackage(services, actor, params.packageId);
  const files = await packageFiles(services.db, row.packageId);
  const listed: PackageDetail['files'] = files.map(({ path, revision, changedAt, author, text }) => {
    return { path, revision, changedAt, changedBy: author, size: Buffer.byteLength(text) };
  });
  return { ...summaryOf(row, actor), files: listed };
};

/** The text of a file, now or then. */
export const readPackageFile: Handler<'readPackageFile'> = async ({ params, query, actor, services }) => {
  const { packageId } = await ownPackage(services, actor, params.packageId);
  const files = await packageFiles(services.db, packageId, query.at);
  const file = files.find(({ path }) => path === query.path);
  if (file === undefined) throw new Problem('package.not-found', { path: query.path });
  const { path, revision, changedAt, author, text } = file;
  return { path, revision, changedAt, changedBy: author, text };
};

/** The texts of all files as they are now; the bounds of a package bound the answer. */
export const readPackageTexts: Handler<'readPackageTexts'> = async ({ params, actor, services }) => {
  const { packageId, revision } = await ownPackage(services, actor, params.packageId);
  const files = await packageFiles(services.db, packageId, revision);
  return { revision, files: Object.fromEntries(files.map(({ path, text }) => [path, text])) };
};

/** Writes a file over the revision that was read. */
export const writePackageFile: Handler<'writePackageFile'> = async ({ params, body, actor, services }) => {
  const { packageId } = await ownPackage(services, actor, params.packageId);
  return { revision: await writeFile(services.db, { packageId, ...by(actor, services) }, body) };
};

/** Deletes a file that is as it was read. */
export const deletePackageFile: Handler<'deletePackageFile'> = async ({ params, query, actor, services }) => {
  const { packageId } = await ownPackage(services, actor, params.packageId);
  return { revision: await deleteFile(services.db, { packageId, ...by(actor, services) }, query) };
};

/** Gives a file another name. */
export const renamePackageFile: Handler<'renamePackageFile'> = async ({ params, body, actor, services }) => {
  const { packageId } = await ownPackage(services, actor, params.packageId);
  return { revision: await renameFile(services.db, { packageId, ...by(actor, services) }, body) };
};

const HISTORY_LINES = 100;

/** Who changed what, and when. */
export const readPackageHistory: Handler<'readPackageHistory'> = async ({ params, query, actor, services }) => {
  const { packageId } = await ownPackage(services, actor, params.packageId);
  const lines = await packageHistory(services.db, packageId, { ...defined(query), limit: HISTORY_LINES });
  return { items: lines.map(({ author, ...line }) => ({ ...line, changedBy: author })) };
};

/** Makes a package, or one file, as it was. */
export const restorePackage: Handler<'restorePackage'> = async ({ params, body, actor, services }) => {
  const { packageId } = await ownPackage(services, actor, params.packageId);
  return { revision: await restore(services.db, { packageId, ...by(actor, services) }, body) };
};

/** What publishing would find. */
export const checkPackage: Handler<'checkPackage'> = async ({ params, actor, services, ctx }) => {
  const row = await ownPackage(services, actor, params.packageId);
  const findings = await findingsOf(services.db, await filesAt(services, row), services.clock());
  await noteFindings(services, row, findings);
  return { revision: row.revision, findings: findings.map(shownIn(answerIn(ctx))) };
};

/** Publishes what the reader has seen, and nothing newer. */
export const publishPackage: Handler<'publishPackage'> = async ({ params, body, actor, services, ctx }) => {
  const row = await ownPackage(services, actor, params.packageId);
  const { packageId, revision, changedAt, changedBy } = row;
  if (body.revision !== revision) {
    throw new Problem('package.changed-elsewhere', { revision, changedAt, author: changedBy });
  }
  if (needsAnother(row, actor)) throw new Problem('package.four-eyes', { packageId });
  const drawn = { packageId, revision, author: authorOf(actor) };
  const publication = await publish(services.db, { ...(await filesAt(services, row)), drawn }, services.clock());
  // What is in use already was not checked again.
  if (publication.outcome !== 'unchanged') await noteFindings(services, row, publication.findings);
  const findings = publication.findings.map(shownIn(answerIn(ctx)));
  return publication.outcome === 'refused' ? { findings } : { version: publication.version, findings };
};

/** Lets the procedure of a package take no more applications. */
export const retirePackage: Handler<'retirePackage'> = async ({ params, actor, services }) => {
  const { packageId, procedureId, version } = await ownPackage(services, actor, params.packageId);
  if (version === null) throw new Problem('procedure.not-found', { procedureId });
  await retireProcedure(services.db, procedureId, services.clock());
  return summaryOf(await ownPackage(services, actor, packageId), actor);
};

/** The files as an archive. */
export const exportPackage: Handler<'exportPackage'> = async ({ params, actor, services }) => {
  const { packageId, procedureId } = await ownPackage(services, actor, params.packageId);
  const files = await packageFiles(services.db, packageId);
  const content = writeZip(procedureId, Object.fromEntries(files.map(({ path, text }) => [path, text])));
  return { content, mediaType: 'application/zip', fileName: `${procedureId}.zip`, size: content.length };
};

/** A package that is not of the reader's body is not there. @throws Problem `package.not-found`, `permission.denied` */
async function ownPackage(services: Services, actor: PersonActor, packageId: string): Promise<PackageRow> {
  demand(actor, 'read-sources', {});
  const row = await findPackage(services.db, packageId);
  if (row === undefined || !mayDo(actor, 'draw-package', row)) throw new Problem('package.not-found', { packageId });
  return row;
}

async function filesAt(services: Services, { packageId, procedureId, revision }: PackageRow) {
  const files = await packageFiles(services.db, packageId, revision);
  const checkedBy = services.checker.check;
  return { ...packageOf(procedureId, Object.fromEntries(files.map(({ path, text }) => [path, text]))), checkedBy };
}

async function noteFindings(services: Services, row: PackageRow, findings: readonly Finding[]): Promise<void> {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const { packageId, revision } = row;
  await noteCheck(services.db, { packageId, revision, errors, warnings: findings.length - errors });
}

const authorOf = (actor: PersonActor): Author => ({ personId: actor.personId, name: fullName(actor) });

const by = (actor: PersonActor, services: Services) => ({ author: authorOf(actor), at: services.clock() });

const needsAnother = ({ fourEyes, changedById }: PackageRow, { personId }: PersonActor): boolean =>
  fourEyes && changedById === personId;

const shownIn = (language: Language) => (finding: Finding) => {
  const { rule, level, elementId, file, attribute } = finding;
  return { rule, level, message: findingInWords(finding, language), ...defined({ elementId, file, attribute }) };
};

function summaryOf(row: PackageRow, actor: PersonActor): PackageSummary {
  const { packageId, procedureId, bodyId, bodyName, revision, changedAt, changedBy } = row;
  const { checkedRevision, errors, warnings } = row;
  const isChecked = checkedRevision === revision && errors !== null && warnings !== null;
  return {
    packageId,
    procedureId,
    title: titleOf(row),
    bodyId,
    bodyName,
    state: stateOf(row),
    revision,
    changedAt,
    changedBy,
    needsAnother: needsAnother(row, actor),
    ...defined({ version: row.version ?? undefined, heldAt: row.heldAt ?? undefined }),
    ...(isChecked && { checked: { errors, warnings } }),
  };
}

function stateOf({ retiredAt, publishedRevision, isChanged }: PackageRow): PackageSummary['state'] {
  if (retiredAt !== null) return 'retired';
  if (publishedRevision === null) return 'draft';
  return isChanged ? 'changed' : 'published';
}

/** The title of the card, as far as it can be read while it is being written; else the name of the procedure. */
function titleOf({ card, procedureId }: PackageRow): string {
  const written = /"title"\s*:\s*"((?:[^"\\\n]|\\["\\/]){1,200})"/.exec(card ?? '')?.[1];
  return written?.replaceAll(/\\(.)/g, '$1') ?? procedureId;
}
