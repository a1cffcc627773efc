import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../engine/store/db.ts';
import { startEmbedded } from '../engine/store/embedded.ts';
import { appRole, makeAppRole } from '../engine/store/embedded/roles.ts';
import { migrate } from '../engine/store/migrate.ts';
import { seedTerritory } from '../engine/store/seed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run as its superuser and as the role of the engine, and its migrated template database. */
    readonly postgres: { readonly url: string; readonly appUrl: string; readonly template: string };
  }
}

const template = 'iter_template';

/** One PostgreSQL for the run: the embedded one in a folder of its own, or that of `DATABASE_URL`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const home = mkdtempSync(join(tmpdir(), 'iter-test-db-'));
  const embedded = given === undefined ? await startEmbedded({ home, durable: false }) : undefined;
  const url = given ?? embedded?.ownerUrl ?? '';
  const appUrl = embedded?.url ?? (await appUrlOn(url));
  await makeTemplate(url, appUrl);
  project.provide('postgres', { url, appUrl, template });
  return async () => {
    await embedded?.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

/** The role of the engine on a server that was given. */
async function appUrlOn(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const password = randomUUID();
  await makeAppRole(client, password);
  await client.end();
  return Object.assign(new URL(url), { username: appRole, password }).href;
}

async function makeTemplate(url: string, appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Of a run before, on a server that was given.
  for (const name of [template, 'iter_published', 'iter_published_unfinished'])
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href, appUrl);
  const db = openDatabase(templateUrl.href);
  await seedTerritory(db, '2026-01-01T00:00:00.000Z');
  await db.destroy();
}
