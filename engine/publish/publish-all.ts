import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcedureFiles } from '../core/procedure.ts';
import type { Instant } from '../kernel/types.ts';
import { publish, publishTogether, waitsForAnother, type Publication } from '../publish.ts';
import type { Db } from '../store/db.ts';
import { isHeldByAnalysts } from '../store/tables/packages.ts';
import { readProcedureFolder } from './read-folder.ts';

/**
 * Publishes every folder below `dir` through the same door as an analyst, one after the other; one that is refused does
 * not hold up the rest. Those that call a process which is not published yet come last, together. What an analyst has
 * published or retired meanwhile stays as it is: a start takes nobody's work back.
 */
export async function publishAll(db: Db, dir: string, now: Instant): Promise<readonly Publication[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const publications: Publication[] = [];
  const waiting: ProcedureFiles[] = [];
  // A folder whose name begins with a line holds what procedures have in common, such as parts.
  for (const { name } of entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))) {
    if (await isHeldByAnalysts(db, name)) continue;
    const files = await readProcedureFolder(join(dir, name));
    const publication = await publish(db, files, now);
    if (waitsForAnother(publication)) waiting.push(files);
    else publications.push(publication);
  }
  return [...publications, ...(await publishTogether(db, waiting, now))];
}
