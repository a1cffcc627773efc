import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcedureFiles } from '../core/procedure.ts';
import type { Instant } from '../kernel/types.ts';
import { publish, publishTogether, waitsForAnother, type Publication } from '../publish.ts';
import type { Db } from '../store/db.ts';
import { isHeldByAnalysts, noteHeldBack } from '../store/tables/package-publications.ts';
import { contentHash, readProcedureFolder } from './read-folder.ts';

/** Files of the product that were not published, because an analyst has published or retired the procedure since. */
export interface HeldBack {
  readonly procedureId: string;
  readonly outcome: 'held-back';
}

/**
 * Publishes every folder below `dir` through the same door as an analyst, one after the other; one that is refused does
 * not hold up the rest. Those that call a process which is not published yet come last, together. What an analyst has
 * published or retired meanwhile stays as it is: a start takes nobody's work back, and says which files it held back.
 */
export async function publishAll(db: Db, dir: string, now: Instant): Promise<readonly (Publication | HeldBack)[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const publications: (Publication | HeldBack)[] = [];
  const waiting: ProcedureFiles[] = [];
  // A folder whose name begins with a line holds what procedures have in common, such as parts.
  for (const { name } of entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))) {
    const files = await readProcedureFolder(join(dir, name));
    if (await isHeldByAnalysts(db, name)) {
      const held = { procedureId: name, contentHash: contentHash(files), at: now };
      if (await noteHeldBack(db, held)) publications.push({ procedureId: name, outcome: 'held-back' });
      continue;
    }
    const publication = await publish(db, files, now);
    if (waitsForAnother(publication)) waiting.push(files);
    else publications.push(publication);
  }
  return [...publications, ...(await publishTogether(db, waiting, now))];
}
