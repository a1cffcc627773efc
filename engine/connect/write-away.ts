import { open, type FileHandle } from 'node:fs/promises';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a stream into a new file and reads it to its end whatever happens: when the disk is full the rest is thrown
 * away, so that whoever sends can still be answered, and the failure is told afterwards.
 */
export async function writeAway(source: Readable, path: string): Promise<void> {
  const file = await open(path, 'w');
  const failures: unknown[] = [];
  try {
    await pipeline(source, sinkOf(file, failures));
  } finally {
    await file.close();
  }
  if (failures.length > 0) throw failures[0];
}

function sinkOf(file: FileHandle, failures: unknown[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (failures.length > 0) return done();
      const failed = (error: unknown): void => void failures.push(error);
      void file
        .writeFile(chunk)
        .catch(failed)
        .then(() => done());
    },
  });
}
