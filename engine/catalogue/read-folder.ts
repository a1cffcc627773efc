import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import canonicalize from 'canonicalize';
import type { ProcedureFiles } from '../core/procedure.ts';

/** The files that make a procedure; its README stays in the repository. */
const published = [
  /^procedure\.bpmn$/,
  /^service\.json$/,
  /^parameters\.json$/,
  /^forms\/[a-z][a-z0-9-]*\.json$/,
  /^decisions\/[a-z][a-z0-9-]*\.dmn$/,
  /^templates\/[a-z][a-z0-9-]*\.md$/,
  /^translations\/en\.json$/,
];

const scenario = /^scenarios\/[a-z0-9][a-z0-9-]*\.json$/;

/** Whether a path inside a procedure folder is published with it. */
function isPublished(path: string): boolean {
  return published.some((pattern) => pattern.test(path));
}

/**
 * Reads the files of a procedure folder, whose name is the id of the procedure: those that are published, and beside
 * them its scenarios. A missing one is for {@link compileProcedure} to report.
 *
 * @throws the error of the file system when the folder cannot be read
 */
export async function readProcedureFolder(dir: string): Promise<ProcedureFiles> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return {
    procedureId: basename(resolve(dir)),
    files: await readTexts(dir, paths.filter(isPublished)),
    scenarios: await readTexts(
      dir,
      paths.filter((path) => scenario.test(path)),
    ),
  };
}

async function readTexts(dir: string, paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(dir, path), 'utf8')] as const)),
  );
}

/** SHA-256 (hex) over the canonical JSON (RFC 8785) of id and published files: equal versions have equal hashes. */
export function contentHash({ procedureId, files }: ProcedureFiles): string {
  const text = canonicalize({ procedureId, files }) ?? '';
  return createHash('sha256').update(text).digest('hex');
}
