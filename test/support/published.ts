import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { localIssuer } from '../../engine/connect/identity/provider.ts';
import type { Procedure } from '../../engine/core/procedure.ts';
import { publish } from '../../engine/publish.ts';
import { procedureLoader } from '../../engine/publish/load-procedure.ts';
import { readProcedureFolder } from '../../engine/publish/read-folder.ts';
import type { LoadProcedure } from '../../engine/run/compiled.ts';
import type { Db } from '../../engine/store/db.ts';
import { seedDemo } from '../../engine/store/seed.ts';
import { freshDatabase, preparedDatabase, type TestDatabase } from './database.ts';

/** The procedure that is published. */
export const accessId = 'accesso-agli-atti';

/** A database of one's own with *accesso agli atti* published. */
export interface PublishedDatabase extends TestDatabase {
  readonly procedures: LoadProcedure;
}

const folder = fileURLToPath(new URL(`../../procedures/${accessId}`, import.meta.url));

/** Since when the demo people are known and the procedure is published; what tests do comes after. */
const since = '2026-01-01T00:00:00.000Z';

/** With the demo people. */
export async function publishedDatabase(): Promise<PublishedDatabase> {
  const database = await preparedDatabase('iter_published', async (db) => {
    await seedDemo(db, { issuer: localIssuer, now: since, newId: v7 });
    await publishAccess(db);
  });
  return { ...database, procedures: sharedLoader(database.db) };
}

/** Without the demo people. */
export async function strangersDatabase(): Promise<PublishedDatabase> {
  const database = await freshDatabase();
  await publishAccess(database.db);
  return { ...database, procedures: sharedLoader(database.db) };
}

async function publishAccess(db: Db): Promise<void> {
  const { outcome, findings } = await publish(db, await readProcedureFolder(folder), since);
  if (outcome === 'refused') throw new Error(JSON.stringify(findings));
}

let first: Promise<Procedure> | undefined;

/** The version that all these databases hold is compiled once in a process, others as ever. */
function sharedLoader(db: Db): LoadProcedure {
  const load = procedureLoader(db);
  return (procedureId, version) => {
    if (procedureId !== accessId || version !== 1) return load(procedureId, version);
    first ??= load(procedureId, version);
    first.catch(() => (first = undefined));
    return first;
  };
}
