import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { v7 } from 'uuid';
import { readProcedureFolder } from '../../../engine/catalogue.ts';
import { localIssuer } from '../../../engine/connect/identity/provider.ts';
import type { PersonActor } from '../../../engine/core/actor.ts';
import { personNamed } from '../../../engine/core/scenario/people.ts';
import { openDatabase, rowsOf, type Db } from '../../../engine/store/db.ts';
import { startEmbedded } from '../../../engine/store/embedded.ts';
import { migrate } from '../../../engine/store/migrate.ts';
import { publish } from '../../../engine/store/publish.ts';
import { seedDemo, seedTerritory } from '../../../engine/store/seed.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import { anApplication } from '../../support/application.ts';

/**
 * The embedded PostgreSQL as people have it, durable, in a folder of its own, with the access-to-documents procedure
 * published.
 */
export interface BenchPlace {
  /** Its folder: the database lies below. */
  readonly home: string;
  readonly url: string;
  /** Copies the database under another name, and gives the address of the copy. Nobody may be connected to it. */
  copy(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts it. Stop it after all. */
export async function aBenchPlace(): Promise<BenchPlace> {
  const home = mkdtempSync(join(tmpdir(), 'iter-bench-'));
  const embedded = await startEmbedded({ home });
  const { url } = embedded;
  await migrate(url);
  const db = openDatabase(url);
  const now = new Date().toISOString();
  await seedTerritory(db, now);
  await seedDemo(db, { issuer: localIssuer, now, newId: v7 });
  const publication = await publish(db, await readProcedureFolder(procedureFolder), now);
  if (publication.outcome === 'refused') throw new Error(JSON.stringify(publication.findings));
  await db.destroy();
  return {
    home,
    url,
    copy: async (name) => {
      await asked(onDatabase(url, 'postgres'), `CREATE DATABASE ${name} TEMPLATE iter`);
      return onDatabase(url, name);
    },
    stop: async () => {
      await embedded.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const procedureFolder = fileURLToPath(new URL('../../../procedures/accesso-agli-atti', import.meta.url));

/** The procedure that all measures of load submit to. */
export const procedureId = 'accesso-agli-atti';

/** A complete application that only has to be submitted. */
export interface ReadyDraft {
  readonly draftId: string;
  readonly revision: number;
  readonly procedureVersion: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly actor: PersonActor;
}

/**
 * Writes complete drafts of the people named, in turn; straight into the table, because a person may open only so many.
 */
export async function readyDrafts(db: Db, people: readonly string[], count: number): Promise<readonly ReadyDraft[]> {
  const actors = await Promise.all(people.map((username) => storedActor(db, username)));
  const [row] = await rowsOf<{ version: number }>(
    db,
    'SELECT current_version AS version FROM procedures WHERE procedure_id = :procedureId',
    { procedureId },
  );
  const procedureVersion = row?.version ?? 0;
  const drafts = Array.from({ length: count }, (_, index): ReadyDraft => {
    const turn = index % people.length;
    const [actor, username] = [actors[turn], people[turn]];
    if (actor === undefined || username === undefined) throw new Error('drafts need a person');
    const answers = anApplication(username, bodyIdOf('r_emiro'));
    return { draftId: v7(), revision: 2, procedureVersion, answers, actor };
  });
  const at = new Date().toISOString();
  const rows = drafts.map(({ draftId, revision, answers, actor }) => ({
    ...{ draftId, revision, procedureId, procedureVersion, personId: actor.personId, createdAt: at, savedAt: at },
    ...{ answers: JSON.stringify(answers), known: '{}', reasons: '{}' },
  }));
  await db.batchInsert('drafts', rows, 200);
  return drafts;
}

async function storedActor(db: Db, username: string): Promise<PersonActor> {
  const [row] = await rowsOf<{ personId: string }>(
    db,
    'SELECT person_id AS "personId" FROM people WHERE issuer = :issuer AND subject = :username',
    { issuer: localIssuer, username },
  );
  if (row === undefined) throw new Error(`There is no demo person ${username}`);
  return { ...personNamed(username), ...row, memberships: [] };
}

/** The address of another database on the same server. */
function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function asked(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
