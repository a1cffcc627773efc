import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { basename, join, posix, resolve } from 'node:path';
import canonicalize from 'canonicalize';
import type { ProcedureFiles, Unread } from '../core/procedure.ts';
import { fileKinds, packageOf } from './package-files.ts';

/** How much of a folder is read. The largest file of a procedure has a hundred kilobytes, a folder some tens of files. */
export interface FolderBounds {
  /** Files, and names looked at in each folder. */
  readonly files: number;
  readonly names: number;
  /** In bytes, of one file and of all. */
  readonly fileBytes: number;
  readonly allBytes: number;
}

const MEBIBYTE = 1024 * 1024;

/** The bounds of a folder that comes from anywhere. */
export const folderBounds: FolderBounds = {
  files: 500,
  names: 5000,
  fileBytes: 5 * MEBIBYTE,
  allBytes: 20 * MEBIBYTE,
};

/**
 * Reads the files of a procedure folder, whose name is the id of the procedure: those that are published, and beside
 * them its scenarios; its README and whatever else lies there is not looked at. A missing one is for
 * {@link compileProcedure} to report, and so is one that is not read (`unread`): too large, too many, or no file of the
 * folder itself. A link leads out of the folder and is never followed.
 *
 * @throws the error of the file system when the folder cannot be read
 */
export async function readProcedureFolder(dir: string, bounds: FolderBounds = folderBounds): Promise<ProcedureFiles> {
  const unread: Unread[] = [];
  const paths: string[] = [];
  for (const [folder, name] of Object.entries(fileKinds)) {
    const place = join(dir, folder);
    // The folder itself may be named by a link; what lies in it may not.
    const kind = folder === '' ? 'folder' : await kindOf(place);
    const names = kind === 'folder' ? await namesIn(place, bounds.names) : [];
    if (kind === 'other') unread.push({ path: folder, reason: 'not-a-file' });
    if (names === undefined) unread.push({ path: folder === '' ? '.' : folder, reason: 'too-many' });
    paths.push(...(names ?? []).filter((each) => name.test(each)).map((each) => posix.join(folder, each)));
  }
  const texts: Record<string, string> = {};
  let left = bounds.allBytes;
  for (const [index, path] of paths.sort().entries()) {
    const most = Math.min(bounds.fileBytes, left);
    const text = index < bounds.files ? await readText(join(dir, path), most) : ({ reason: 'too-many' } as const);
    if (typeof text !== 'string') {
      unread.push({ path, ...text });
      continue;
    }
    texts[path] = text;
    left -= Buffer.byteLength(text);
  }
  return { ...packageOf(basename(resolve(dir)), texts), ...(unread.length === 0 ? {} : { unread }) };
}

/** What a place inside the folder is, without following a link; undefined where there is nothing. */
async function kindOf(path: string): Promise<'folder' | 'other' | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'other';
}

/** The names in a folder; undefined where there are too many. */
async function namesIn(folder: string, most: number): Promise<readonly string[] | undefined> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) {
    names.push(name);
    if (names.length > most) return undefined;
  }
  return names;
}

/** The text of a file that is no link and has no more bytes than `most`. */
async function readText(path: string, most: number): Promise<string | Pick<Unread, 'reason'>> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => undefined);
  if (file === undefined) return { reason: 'not-a-file' };
  try {
    const found = await file.stat();
    if (!found.isFile()) return { reason: 'not-a-file' };
    return found.size > most ? { reason: 'too-large' } : await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** SHA-256 (hex) over the canonical JSON (RFC 8785) of id and published files: equal versions have equal hashes. */
export function contentHash({ procedureId, files }: ProcedureFiles): string {
  const text = canonicalize({ procedureId, files }) ?? '';
  return createHash('sha256').update(text).digest('hex');
}
