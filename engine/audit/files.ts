import { createHash } from 'node:crypto';
import type { FileStore } from '../connect/files.ts';
import { Problem } from '../core/problem.ts';
import type { AuditedRecord } from './audit.ts';

/** A document whose bytes are not those that were put away. */
export interface AlteredFile {
  readonly documentId: string;
  readonly code: 'file.missing' | 'file.differs';
}

/**
 * Reads the files of a dossier and compares them with their hashes; `whole` holds those that were found whole before.
 */
export async function alteredFiles(
  files: FileStore,
  named: AuditedRecord['files'],
  whole: Set<string>,
): Promise<readonly AlteredFile[]> {
  const altered: AlteredFile[] = [];
  for (const { documentId, sha256 } of named) {
    if (whole.has(sha256)) continue;
    const found = await hashOf(files, sha256);
    if (found === sha256) whole.add(sha256);
    else altered.push({ documentId, code: found === undefined ? 'file.missing' : 'file.differs' });
  }
  return altered;
}

async function hashOf(files: FileStore, sha256: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const part of await files.open(sha256)) hash.update(part as Buffer);
  } catch (error) {
    if (error instanceof Problem && error.code === 'resource.not-found') return undefined;
    throw error;
  }
  return hash.digest('hex');
}
