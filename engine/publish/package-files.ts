import type { ProcedureFiles } from '../core/procedure.ts';

/** What a package holds: the names of its files, by the folder inside it; '' is the package itself. */
export const fileKinds: Readonly<Record<string, RegExp>> = {
  '': /^(procedure\.bpmn|service\.json|parameters\.json)$/,
  forms: /^[a-z][a-z0-9-]*\.json$/,
  decisions: /^[a-z][a-z0-9-]*\.dmn$/,
  templates: /^[a-z][a-z0-9-]*\.md$/,
  apis: /^[a-z][a-z0-9-]*\.(json|yaml)$/,
  translations: /^en\.json$/,
  scenarios: /^[a-z0-9][a-z0-9-]*\.json$/,
};

const LONGEST_PATH = 100;

/** Whether a package may hold a file under a path. What leads out of it is no such path. */
export function isPackagePath(path: string): boolean {
  if (path.length > LONGEST_PATH) return false;
  const place = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(place, 0));
  return Object.hasOwn(fileKinds, folder) && fileKinds[folder]?.test(path.slice(place + 1)) === true;
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

/** Files by path as a package: its scenarios prove it and are not published. */
export function packageOf(procedureId: string, texts: Readonly<Record<string, string>>): ProcedureFiles {
  const isScenario = ([path]: readonly [string, string]) => path.startsWith('scenarios/');
  const all = Object.entries(texts);
  return {
    procedureId,
    files: Object.fromEntries(all.filter((each) => !isScenario(each))),
    scenarios: Object.fromEntries(all.filter(isScenario)),
  };
}
