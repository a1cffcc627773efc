import { fileURLToPath } from 'node:url';
import { openDatabase, type Db } from '../store/db.ts';
import { startEmbedded } from '../store/embedded.ts';
import { migrate } from '../store/migrate.ts';
import { publishAll, type Publication } from '../store/publish.ts';
import { seedDemo, seedTerritory } from '../store/seed.ts';
import { localIssuer } from '../connect/identity/provider.ts';
import { v7 } from 'uuid';
import { say } from './say.ts';
import type { Start } from './start.ts';
import { timed } from './timed.ts';

/** A database that is ready for use. */
export interface ReadyDatabase {
  readonly db: Db;
  readonly databaseUrl: string;
}

const procedures = fileURLToPath(new URL('../../procedures', import.meta.url));

/** Finds or starts the database, and brings tables, territory, demo people and procedures up to date. */
export async function startDatabase({ config, log, running, clock }: Start): Promise<ReadyDatabase> {
  const databaseUrl = config.databaseUrl ?? (await startOwn({ config, log, running, clock }));
  await timed(log, 'migrate', () => migrate(databaseUrl));
  const db = openDatabase(databaseUrl);
  await running.add('connections', () => db.destroy());
  await timed(log, 'seed', async () => {
    await seedTerritory(db, clock());
    if (!config.production) await seedDemo(db, { issuer: localIssuer, now: clock(), newId: v7 });
  });
  const publications = await timed(log, 'publish', () => publishAll(db, procedures, clock()));
  for (const publication of publications) tell(publication);
  return { db, databaseUrl };
}

async function startOwn({ config, log, running }: Start): Promise<string> {
  say('Avvio il database…');
  const embedded = await timed(log, 'database', () => startEmbedded({ home: config.home }));
  await running.add('database', () => embedded.stop());
  return embedded.url;
}

const outcomes = {
  published: (name: string, version: number) => `Pubblicato il procedimento ${name}, versione ${version}.`,
  refused: (name: string, version: number) =>
    version === 0
      ? `Il procedimento ${name} non si può pubblicare:`
      : `Le modifiche al procedimento ${name} non si possono pubblicare; resta in uso la versione ${version}:`,
} as const;

function tell({ procedureId, outcome, version = 0, findings }: Publication): void {
  if (outcome === 'unchanged') return;
  say(outcomes[outcome](procedureId, version));
  for (const { level, file, elementId, message } of findings) {
    const place = [file, elementId].filter((part) => part !== undefined).join(', ');
    say(`  ${level === 'error' ? 'errore' : 'avviso'}${place === '' ? '' : ` in ${place}`}: ${message}`);
  }
}
