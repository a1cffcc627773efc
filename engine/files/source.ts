import { open, type FileHandle } from 'node:fs/promises';

/** Bytes that are read piece by piece: a file on the disk, or what stands inside another file. */
export interface Source {
  /** In bytes. */
  readonly size: number;
  /** The bytes from a place on: as many as asked for, fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

/** How much is read at a time. */
const PIECE = 256 * 1024;

/** How much of a file is looked at to tell its kind. */
const HEAD = 64 * 1024;

/** Lets a file be read as a source while `work` lasts. */
export async function withFile<Result>(path: string, work: (source: Source) => Promise<Result>): Promise<Result> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    return await work({ size, read: (position, length) => readFrom(handle, position, length) });
  } finally {
    await handle.close();
  }
}

async function readFrom(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(length), position });
  return buffer.subarray(0, bytesRead);
}

/** Bytes in memory as a source. */
export const bytesSource = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
});

/** The beginning of a source. */
export const headOf = (source: Source): Promise<Buffer> => source.read(0, Math.min(HEAD, source.size));

/** The whole of a source, in pieces. */
export async function* piecesOf(source: Source): AsyncGenerator<Buffer> {
  for (let at = 0; at < source.size; at += PIECE) yield await source.read(at, Math.min(PIECE, source.size - at));
}
