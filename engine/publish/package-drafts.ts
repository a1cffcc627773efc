import { Problem } from '../core/problem.ts';
import type { Db } from '../store/db.ts';
import {
  addPackage,
  changePackage,
  findBody,
  findPackageOf,
  packageFiles,
  type FileToBe,
  type NewPackage,
  type PackageChange,
  type PackageFile,
} from '../store/tables/packages.ts';
import { findCurrentVersion } from '../store/tables/procedures.ts';
import { isPackagePath, isWithinBounds, packageBounds } from './package-files.ts';

/** A package that is to be begun. */
export interface PackageToBegin extends NewPackage {
  /** Somebody at the command line, who may take up whatever is published here. */
  readonly isOperator?: boolean;
}

/**
 * Begins a package. A procedure is drawn in one package; one that the product has brought serves all bodies, and only
 * the Region takes it up, or an operator for some body.
 *
 * @throws Problem `package.exists` with the package of the body, `package.of-another-body`,
 * `package.path-not-accepted`, `package.too-large`
 */
export async function beginPackage(db: Db, begun: PackageToBegin): Promise<void> {
  const { procedureId, bodyId, files } = begun;
  demandFiles(files);
  const own = await findPackageOf(db, procedureId);
  if (own?.bodyId === bodyId) throw new Problem('package.exists', { procedureId, packageId: own.packageId });
  const isPublished = (await findCurrentVersion(db, procedureId)) !== undefined;
  const mayTakeUp = begun.isOperator === true || (await findBody(db, { bodyId }))?.kind === 'region';
  if (own !== undefined || (isPublished && !mayTakeUp)) throw new Problem('package.of-another-body', { procedureId });
  await addPackage(db, begun);
}

function demandFiles(files: Readonly<Record<string, string>>): void {
  const foreign = Object.keys(files).find((path) => !isPackagePath(path));
  if (foreign !== undefined) throw new Problem('package.path-not-accepted', { path: foreign });
  if (Object.keys(files).length === 0) throw new Problem('package.path-not-accepted', { path: '' });
  if (!isWithinBounds(files)) throw new Problem('package.too-large', { ...packageBounds });
}

type Change = Omit<PackageChange, 'kind'>;

/** A file of a package, and the revision that its author has seen; 0 for one that is new. */
export interface SeenFile {
  readonly path: string;
  readonly revision: number;
}

/**
 * Writes a file over the revision that was seen, and gives the new one.
 * @throws Problem `package.changed-elsewhere` with who, when and the text that stands, `package.path-not-accepted`,
 * `package.too-large`
 */
export function writeFile(db: Db, change: Change, { text, ...seen }: SeenFile & { readonly text: string }) {
  return changeWithin(db, { ...change, kind: 'written' }, (present) => {
    demandUnchanged(present, seen);
    return [{ path: seen.path, text }];
  });
}

/** Deletes a file that is as it was seen. @throws Problem as `writeFile`, `package.not-found` */
export function deleteFile(db: Db, change: Change, seen: SeenFile) {
  return changeWithin(db, { ...change, kind: 'deleted' }, (present) => {
    demandUnchanged(present, seen);
    demandThere(present, seen.path);
    return [{ path: seen.path, text: null }];
  });
}

/** Gives a file that is as it was seen another path, which is free. @throws Problem as `deleteFile` */
export function renameFile(db: Db, change: Change, { to, ...seen }: SeenFile & { readonly to: string }) {
  return changeWithin(db, { ...change, kind: 'renamed' }, (present) => {
    demandUnchanged(present, seen);
    demandUnchanged(present, { path: to, revision: 0 });
    const { text } = demandThere(present, seen.path);
    return [
      { path: seen.path, text: null },
      { path: to, text },
    ];
  });
}

/** Makes a package, or one of its files, as it was after a revision. @throws Problem `package.not-found` */
export async function restore(
  db: Db,
  change: Change,
  { revision, path }: { readonly revision: number; readonly path?: string | undefined },
) {
  const before = await packageFiles(db, change.packageId, revision);
  return changeWithin(db, { ...change, kind: 'restored' }, (present, newest) => {
    if (revision > newest) throw new Problem('package.not-found', { revision });
    const then = new Map(before.map((file) => [file.path, file.text]));
    const now = new Map(present.map((file) => [file.path, file.text]));
    return [...new Set([...then.keys(), ...now.keys()])]
      .filter((each) => (path === undefined || each === path) && then.get(each) !== now.get(each))
      .map((each) => ({ path: each, text: then.get(each) ?? null }));
  });
}

/** Makes some files all that a package holds, whatever it held. @throws Problem as `writeFile` */
export function replaceFiles(db: Db, change: Change, files: Readonly<Record<string, string>>) {
  demandFiles(files);
  return changeWithin(db, { ...change, kind: 'written' }, (present) => [
    ...present.filter(({ path }) => !(path in files)).map(({ path }) => ({ path, text: null })),
    ...Object.entries(files).map(([path, text]) => ({ path, text })),
  ]);
}

type Deciding = (present: readonly PackageFile[], revision: number) => readonly FileToBe[];

function changeWithin(db: Db, change: PackageChange, decide: Deciding): Promise<number> {
  return changePackage(db, change, (present, revision) => {
    const changes = decide(present, revision);
    const after = new Map(present.map(({ path, text }) => [path, text]));
    for (const { path, text } of changes) {
      if (!isPackagePath(path)) throw new Problem('package.path-not-accepted', { path });
      if (text === null) after.delete(path);
      else after.set(path, text);
    }
    if (!isWithinBounds(Object.fromEntries(after))) throw new Problem('package.too-large', { ...packageBounds });
    return changes.filter(({ path, text }) => present.find((file) => file.path === path)?.text !== text);
  });
}

function demandUnchanged(present: readonly PackageFile[], { path, revision }: SeenFile): void {
  const file = present.find((each) => each.path === path);
  if ((file?.revision ?? 0) === revision) return;
  throw new Problem('package.changed-elsewhere', file === undefined ? { path, deleted: true } : { ...file });
}

function demandThere(present: readonly PackageFile[], path: string): PackageFile {
  const file = present.find((each) => each.path === path);
  if (file === undefined) throw new Problem('package.not-found', { path });
  return file;
}
