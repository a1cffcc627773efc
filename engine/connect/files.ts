import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Problem } from '../core/problem.ts';
import { sweepPart, type InUse } from './sweep-files.ts';

/** What is known of bytes that have been put away. */
export interface StoredFile {
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits; also their only name. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Where the bytes of documents lie, outside the database. The same bytes are kept once. */
export interface FileStore {
  /** Puts bytes away. When it returns they survive a power cut. */
  put(source: Buffer | Readable): Promise<StoredFile>;
  /**
   * Opens bytes for reading.
   * @throws Problem `resource.not-found` when they are not here
   */
  open(sha256: string): Promise<Readable>;
  /** Removes from one of the `storeParts` parts the bytes that are old and not `inUse`; gives how many. */
  sweep(part: number, inUse: InUse): Promise<number>;
}

/** A store in a folder, which several processes may share: `<folder>/ab/abcdef…`. */
export function folderFileStore(folder: string, newId: () => string): FileStore {
  const placeOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Problem('resource.not-found', { sha256 });
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    put: (source) => putFile(source, { folder, placeOf, newId }),
    open: async (sha256) => {
      const place = placeOf(sha256);
      await access(place).catch((cause: unknown) => {
        throw new Problem('resource.not-found', { sha256 }, { cause });
      });
      return createReadStream(place);
    },
    sweep: (part, inUse) => sweepPart(folder, part, inUse),
  };
}

/** Only the account of the engine reads personal documents. */
const PRIVATE = 0o700;

interface Folder {
  readonly folder: string;
  readonly placeOf: (sha256: string) => string;
  readonly newId: () => string;
}

// Written beside, flushed, then renamed: a name never stands for half of the bytes.
async function putFile(source: Buffer | Readable, { folder, placeOf, newId }: Folder): Promise<StoredFile> {
  await mkdir(join(folder, 'incoming'), { recursive: true, mode: PRIVATE });
  const incoming = join(folder, 'incoming', newId());
  try {
    const stored = await writeFlushed(incoming, source);
    const place = placeOf(stored.sha256);
    await mkdir(dirname(place), { recursive: true, mode: PRIVATE });
    await rename(incoming, place);
    await flushFolder(dirname(place));
    return stored;
  } catch (error) {
    await rm(incoming, { force: true });
    throw error;
  }
}

async function writeFlushed(path: string, source: Buffer | Readable): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx');
  try {
    for await (const chunk of Buffer.isBuffer(source) ? [source] : source) {
      const bytes = Buffer.from(chunk);
      hash.update(bytes);
      size += bytes.length;
      await file.writeFile(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** A rename outlives a power cut only when the folder is flushed too. Windows cannot open folders and needs it not. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
