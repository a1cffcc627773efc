import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Into how many parts a store is divided: the first two hexadecimal digits of a hash. */
export const storeParts = 256;

/** Says which of these hashes something in the database still names. */
export type InUse = (hashes: readonly string[]) => Promise<ReadonlySet<string>>;

/** Bytes that were put, or put again, this recently may belong to a row that is only about to be written. */
const graceMs = 3_600_000;

/**
 * Removes the bytes in one part of a folder store that nothing names, and gives how many.
 *
 * Somebody may put the same bytes at the same moment. So a file is first **set aside** in `leaving/`, when it is old
 * and nothing names it; what was set aside is looked at again, and comes **back** when it turns out to have been put
 * again just before (a put leaves a fresh file) or to be named by now; else it is **gone**. Bytes put after the setting
 * aside have a file of their own. A process that is killed in between leaves the rest of the way to the next sweep.
 */
export async function sweepPart(folder: string, part: number, inUse: InUse): Promise<number> {
  const shard = part.toString(16).padStart(2, '0');
  const place = { shelf: join(folder, shard), aside: join(folder, 'leaving', shard) };
  if (part === 0) await dropAbandoned(join(folder, 'incoming'));
  await setAside(place, inUse);
  return settle(place, inUse);
}

interface Place {
  readonly shelf: string;
  readonly aside: string;
}

async function setAside({ shelf, aside }: Place, inUse: InUse): Promise<void> {
  const hashes = await namesIn(shelf);
  const used = hashes.length === 0 ? new Set<string>() : await inUse(hashes);
  for (const hash of hashes.filter((name) => !used.has(name))) {
    if (await isFresh(join(shelf, hash))) continue;
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await rename(join(shelf, hash), join(aside, hash)).catch(unlessGone);
  }
}

async function settle({ shelf, aside }: Place, inUse: InUse): Promise<number> {
  const hashes = await namesIn(aside);
  const used = hashes.length === 0 ? new Set<string>() : await inUse(hashes);
  let gone = 0;
  for (const hash of hashes) {
    const file = join(aside, hash);
    if (used.has(hash) || (await isFresh(file))) await link(file, join(shelf, hash)).catch(unlessThere);
    else gone += 1;
    await rm(file, { force: true });
  }
  return gone;
}

/** What a killed process was writing. */
async function dropAbandoned(incoming: string): Promise<void> {
  for (const name of await namesIn(incoming)) {
    if (!(await isFresh(join(incoming, name)))) await rm(join(incoming, name), { force: true });
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    unlessGone(error);
    return [];
  });
}

/** By the clock of the machine, which is the one that files carry. A file that has gone meanwhile counts as fresh. */
async function isFresh(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs < graceMs;
  } catch (error) {
    unlessGone(error);
    return true;
  }
}

/** Another process sweeps, too. */
function unlessGone(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') unlessGone(error);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
