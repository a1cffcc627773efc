import { z } from 'zod';
import { keptJson, keptNames } from './kept.ts';

const shape = z.object({
  packageId: z.string(),
  path: z.string(),
  /** Of the procedure. */
  title: z.string(),
  /** The one that was read before it was changed. */
  revision: z.number().int(),
  text: z.string(),
  keptAt: z.iso.datetime(),
});

/** A file as somebody has changed it, which the server does not have yet. */
export type UnsavedFile = Readonly<z.infer<typeof shape>>;

/** Keeps what is not on the server yet in the browser: over a closed page, a lost connection, the end of a session. */
export interface UnsavedFiles {
  /** The last changed first; what cannot be read is left out. */
  readonly list: () => readonly UnsavedFile[];
  readonly find: (packageId: string, path: string) => UnsavedFile | undefined;
  /** False when there is no room: the changes are then only on the screen. */
  readonly keep: (file: UnsavedFile) => boolean;
  readonly forget: (packageId: string, path: string) => void;
}

const PREFIX = 'iter.file.';
const nameOf = (packageId: string, path: string): string => `${PREFIX}${packageId}/${path}`;

/** Keeps unsaved files in the store of a browser. */
export function unsavedFiles(storage: Storage): UnsavedFiles {
  const read = (name: string): UnsavedFile | undefined => {
    const text = storage.getItem(name);
    return text === null ? undefined : shape.safeParse(keptJson(text)).data;
  };
  return {
    find: (packageId, path) => read(nameOf(packageId, path)),
    list: () =>
      keptNames(storage, PREFIX)
        .flatMap((name) => read(name) ?? [])
        .sort((one, other) => other.keptAt.localeCompare(one.keptAt)),
    keep: (file) => {
      try {
        storage.setItem(nameOf(file.packageId, file.path), JSON.stringify(file));
        return true;
      } catch (error) {
        if (error instanceof DOMException) return false;
        throw error;
      }
    },
    forget: (packageId, path) => storage.removeItem(nameOf(packageId, path)),
  };
}
