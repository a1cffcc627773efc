import type { ProcedureFiles } from '../core/procedure.ts';

/** Names of files, by the folder in which they lie; '' is the package itself. */
type Kinds = Readonly<Record<string, RegExp>>;

const inside: Kinds = {
  forms: /^[a-z][a-z0-9-]*\.json$/,
  decisions: /^[a-z][a-z0-9-]*\.dmn$/,
  templates: /^[a-z][a-z0-9-]*\.md$/,
  apis: /^[a-z][a-z0-9-]*\.(json|yaml)$/,
  translations: /^en\.json$/,
};

/** What a package holds of its own. */
export const fileKinds: Kinds = {
  '': /^(procedure\.bpmn|service\.json|parameters\.json|README\.md)$/,
  ...inside,
  scenarios: /^[a-z0-9][a-z0-9-]*\.json$/,
};

/** What it holds of each part that it calls, below `_parts/<id>`. */
export const partKinds: Kinds = { '': /^(procedure\.bpmn|part\.json|parameters\.json|README\.md)$/, ...inside };

const LONGEST_PATH = 100;

/** Whether a package may hold a file under a path. What leads out of it is no such path. */
export function isPackagePath(path: string): boolean {
  if (path.length > LONGEST_PATH) return false;
  const [, inPart] = /^_parts\/[a-z][a-z0-9-]*\/(.+)$/.exec(path) ?? [];
  return inPart === undefined ? isOf(fileKinds, path) : isOf(partKinds, inPart);
}

function isOf(kinds: Kinds, path: string): boolean {
  const place = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(place, 0));
  return Object.hasOwn(kinds, folder) && kinds[folder]?.test(path.slice(place + 1)) === true;
}

/** How much a package holds. The largest file of a procedure has a hundred kilobytes, a package some tens of files. */
export const packageBounds = { files: 300, fileBytes: 512 * 1024, allBytes: 8 * 1024 * 1024 } as const;

/** Whether files keep within the bounds of a package. */
export function isWithinBounds(files: Readonly<Record<string, string>>): boolean {
  const sizes = Object.values(files).map((text) => Buffer.byteLength(text));
  return (
    sizes.length <= packageBounds.files &&
    sizes.every((size) => size <= packageBounds.fileBytes) &&
    sizes.reduce((sum, size) => sum + size, 0) <= packageBounds.allBytes
  );
}

/** Files by path as a package: its scenarios prove it and its READMEs tell of it, and neither is published. */
export function packageOf(procedureId: string, texts: Readonly<Record<string, string>>): ProcedureFiles {
  const all = Object.entries(texts);
  const some = (kind: 'scenario' | 'note' | 'file') =>
    Object.fromEntries(all.filter(([path]) => purposeOf(path) === kind));
  return { procedureId, files: some('file'), scenarios: some('scenario'), notes: some('note') };
}

function purposeOf(path: string): 'scenario' | 'note' | 'file' {
  if (path.startsWith('scenarios/')) return 'scenario';
  return /(^|\/)README\.md$/.test(path) ? 'note' : 'file';
}
