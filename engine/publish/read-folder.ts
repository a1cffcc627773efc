import { constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { basename, join, posix, resolve } from 'node:path';
import canonicalize from 'canonicalize';
import { pathInPackage } from '../catalogue/read-interface.ts';
import type { ProcedureFiles, Unread } from '../core/procedure.ts';
import { sha256 } from '../store/sha256.ts';
import { fileKinds, packageOf, partKinds } from './package-files.ts';

/**
 * How much of a folder is read. The largest file of a procedure has a hundred kilobytes, a folder some tens of files.
 */
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
 * Reads the files of a procedure folder, whose name is the id of the procedure: those that are published, those of the
 * parts that its diagram calls (from its own `_parts`, as an exported package has them, else from the folder `_parts`
 * beside it), its scenarios and READMEs; whatever else lies there is not looked at. A missing one is for
 * {@link compileProcedure} to report, and so is one that is not read (`unread`): too large, too many, or no file of the
 * folder itself. A link leads out of the folder and is never followed.
 *
 * @throws the error of the file system when the folder cannot be read
 */
export async function readProcedureFolder(dir: string, bounds: FolderBounds = folderBounds): Promise<ProcedureFiles> {
  const budget: Budget = { bounds, files: bounds.files, bytes: bounds.allBytes };
  const own = await readFiles(dir, fileKinds, budget);
  const inside = join(dir, '_parts');
  const places = [...((await kindOf(inside)) === 'folder' ? [inside] : []), join(dir, '..', '_parts')];
  const parts = await readParts(places, own.texts['procedure.bpmn'], budget);
  const unread = [...own.unread, ...parts.unread];
  const texts = { ...own.texts, ...parts.texts };
  return { ...packageOf(basename(resolve(dir)), texts), ...(unread.length === 0 ? {} : { unread }) };
}

/** What may still be read. */
interface Budget {
  readonly bounds: FolderBounds;
  files: number;
  bytes: number;
}

interface FilesRead {
  readonly texts: Readonly<Record<string, string>>;
  readonly unread: readonly Unread[];
}

async function readFiles(dir: string, kinds: typeof fileKinds, budget: Budget): Promise<FilesRead> {
  const unread: Unread[] = [];
  const paths: string[] = [];
  for (const [folder, name] of Object.entries(kinds)) {
    const place = join(dir, folder);
    // The folder itself may be named by a link; what lies in it may not.
    const kind = folder === '' ? 'folder' : await kindOf(place);
    const names = kind === 'folder' ? await namesIn(place, budget.bounds.names) : [];
    if (kind === 'other') unread.push({ path: folder, reason: 'not-a-file' });
    if (names === undefined) unread.push({ path: folder === '' ? '.' : folder, reason: 'too-many' });
    paths.push(...(names ?? []).filter((each) => name.test(each)).map((each) => posix.join(folder, each)));
  }
  const texts: Record<string, string> = {};
  for (const path of paths.sort()) {
    budget.files -= 1;
    const most = Math.min(budget.bounds.fileBytes, budget.bytes);
    const text = budget.files >= 0 ? await readText(join(dir, path), most) : ({ reason: 'too-many' } as const);
    if (typeof text !== 'string') {
      unread.push({ path, ...text });
      continue;
    }
    texts[path] = text;
    budget.bytes -= Buffer.byteLength(text);
  }
  return { texts, unread };
}

/** The files of the parts that a diagram calls, and that these call in turn, by their paths in the package. */
async function readParts(places: readonly string[], diagram: string | undefined, budget: Budget): Promise<FilesRead> {
  const texts: Record<string, string> = {};
  const unread: Unread[] = [];
  const next = [...calledIn(diagram)];
  const seen = new Set<string>();
  for (let id = next.shift(); id !== undefined; id = next.shift()) {
    const dir = seen.has(id) ? undefined : await firstFolder(places.map((place) => join(place, id)));
    if (dir === undefined) continue;
    seen.add(id);
    const part = await readFiles(dir, partKinds, budget);
    for (const [path, text] of Object.entries(part.texts)) texts[pathInPackage(id, path)] = text;
    unread.push(...part.unread.map(({ path, reason }) => ({ path: pathInPackage(id, path), reason })));
    next.push(...calledIn(part.texts['procedure.bpmn']));
  }
  return { texts, unread };
}

async function firstFolder(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if ((await kindOf(path)) === 'folder') return path;
  return undefined;
}

/** The ids of processes that a diagram calls, as they are written in it. */
function calledIn(diagram = ''): readonly string[] {
  return [...diagram.matchAll(/<zeebe:calledElement\b[^>]*\bprocessId="([a-z][a-z0-9-]*)"/g)].map(([, id = '']) => id);
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
  return sha256(text);
}
