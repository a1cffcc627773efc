import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../store/start-error.ts';

/**
 * Makes sure that a folder is there and can be written, before anything starts. Folders above it are made one by one:
 * `mkdir` with `recursive` never returns on Node 20 where the system has no such place, as below `/proc`.
 * @param variable the environment variable by which whoever starts the engine can name another folder
 * @throws StartError with what to do
 */
export function prepareFolder(folder: string, variable: string): void {
  try {
    make(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      'folder.unusable',
      `La cartella ${folder} non si può usare, perché ${reasonOf(error)}: indica un’altra cartella con ${variable}, oppure cambia i permessi.`,
      { cause: error },
    );
  }
}

function make(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  if (found !== undefined) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' });
  if (dirname(folder) !== folder) make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process of the engine may have made it meanwhile.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: 'al suo posto, o al posto di una cartella che la contiene, c’è un file',
  EACCES: 'manca il permesso',
  EPERM: 'manca il permesso',
  EROFS: 'il disco è di sola lettura',
  ENOSPC: 'lo spazio su disco è finito',
  ENOENT: 'il sistema non permette di crearla lì',
  ENAMETOOLONG: 'il nome è troppo lungo',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
