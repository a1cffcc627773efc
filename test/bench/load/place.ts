import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { v7 } from 'uuid';
import { readProcedureFolder } from '../../../engine/publish/read-folder.ts';
import { localIssuer } from '../../../engine/connect/identity/provider.ts';
import type { PersonActor } from '../../../engine/core/actor.ts';
import { openDatabase, type Db } from '../../../engine/store/db.ts';
import { startEmbedded } from '../../../engine/store/embedded.ts';
import { migrate } from '../../../engine/store/migrate.ts';
import { publish } from '../../../engine/publish.ts';
import { seedDemo, seedTerritory } from '../../../engine/store/seed.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import { anApplication } from '../../support/application.ts';
import { currentVersion, storedPerson } from '../../support/harness-rows.ts';

/**
 * The embedded PostgreSQL as people have it, durable, in a folder of its own, with the access-to-documents procedure
 * published.
 */
export interface BenchPlace {
  /** Its folder: the database lies below. */
  readonly home: string;
  readonly url: string;
  /** The same as the role that owns the database. */
  readonly ownerUrl: string;
  /** Copies the database under another name, and gives the address of the copy. Nobody may be connected to it. */
  copy(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** How a place differs from the usual one. */
export interface PlaceOptions {
  /** Where its folder is made; among the temporary ones unless told. */
  readonly below?: string;
  /** Told when the database was found dead, before it is started again; without it nobody watches. */
  readonly onDeath?: (error?: unknown) => void;
}

/** Starts it. Stop it after all. */
export async function aBenchPlace({ below = tmpdir(), ...watch }: PlaceOptions = {}): Promise<BenchPlace> {
  const home = mkdtempSync(join(below, 'iter-bench-'));
  const embedded = await startEmbedded({ home, ...watch });
  const { url, ownerUrl } = embedded;
  await migrate(ownerUrl, url);
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
    ownerUrl,
    copy: async (name) => {
      await asked(onDatabase(ownerUrl, 'postgres'), `CREATE DATABASE ${name} TEMPLATE iter`);
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
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly actor: PersonActor;
}

/**
 * Writes complete drafts of the people named, in turn; straight into the table, because a person may open only so many.
 */
export async function readyDrafts(db: Db, people: readonly string[], count: number): Promise<readonly ReadyDraft[]> {
  const actors = await Promise.all(people.map((username) => storedPerson({ db }, username)));
  const procedureVersion = await currentVersion({ db }, procedureId);
  const drafts = Array.from({ length: count }, (_, index): ReadyDraft => {
    const turn = index % people.length;
    const [actor, username] = [actors[turn], people[turn]];
    if (actor === undefined || username === undefined) throw new Error('drafts need a person');
    const answers = anApplication(username, bodyIdOf('r_emiro'));
    return { draftId: v7(), revision: 2, procedureId, procedureVersion, answers, actor };
  });
  await writeDrafts(db, drafts);
  return drafts;
}

/** Writes drafts into their table. */
export async function writeDrafts(db: Db, drafts: readonly ReadyDraft[]): Promise<void> {
  const at = new Date().toISOString();
  const rows = drafts.map(({ actor, answers, ...draft }) => ({
    ...draft,
    ...{ personId: actor.personId, createdAt: at, savedAt: at },
    ...{ answers: JSON.stringify(answers), known: '{}', reasons: '{}' },
  }));
  await db.batchInsert('drafts', rows, 200);
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
