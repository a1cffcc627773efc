import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import type { Limits } from '../limits.ts';
import { openDatabase, type Db } from '../store/db.ts';
import { startEmbedded } from '../store/embedded.ts';
import { prepareTables, type DatabaseAddresses } from '../store/prepare-tables.ts';
import type { Publication } from '../publish.ts';
import { publishAll, type HeldBack } from '../publish/publish-all.ts';
import { seedDemo, seedTerritory } from '../store/seed.ts';
import { findingInWords } from '../words/findings/words.ts';
import { localIssuer } from '../connect/identity/provider.ts';
import { v7 } from 'uuid';
import { say } from './say.ts';
import type { Start } from './starting.ts';
import { timed } from './timed.ts';

/** A database that is ready for use. */
export interface ReadyDatabase {
  /** For all that is no command. */
  readonly db: Db;
  /** For commands alone. */
  readonly doorDb: Db;
  /** For asking how the database is. */
  readonly healthDb: Db;
  readonly databaseUrl: string;
}

const procedures = fileURLToPath(new URL('../../procedures', import.meta.url));

/** Finds or starts the database, and brings tables, territory, demo people and procedures up to date. */
export async function startDatabase({ config, log, running, clock }: Start): Promise<ReadyDatabase> {
  const addresses = givenAddresses(config) ?? (await startOwn({ config, log, running, clock }));
  const { production } = config;
  await timed(log, 'migrate', () => prepareTables(addresses, { production, warn: say }));
  const databaseUrl = addresses.url;
  const pools = openPools(databaseUrl, config.limits);
  const { db } = pools;
  for (const [name, pool] of Object.entries(pools)) await running.add(name, () => pool.destroy());
  await timed(log, 'seed', async () => {
    await seedTerritory(db, clock());
    if (!config.production) await seedDemo(db, { issuer: localIssuer, now: clock(), newId: v7 });
  });
  const publications = await timed(log, 'publish', () => publishAll(db, procedures, clock()));
  for (const publication of publications) {
    if (publication.outcome === 'held-back') tellHeldBack(publication, log);
    else tell(publication);
  }
  return { ...pools, databaseUrl };
}

/** Three pools, so that commands, readings and the watch over the server do not wait for each other's connections. */
function openPools(databaseUrl: string, { patience, commandConnections, otherConnections }: Limits) {
  const watching = { ...patience, acquireMs: WATCH_MS, statementMs: WATCH_MS, answerMs: WATCH_MS };
  return {
    db: openDatabase(databaseUrl, { connections: otherConnections, patience }),
    doorDb: openDatabase(databaseUrl, { connections: commandConnections, patience, prepared: true }),
    healthDb: openDatabase(databaseUrl, { connections: 1, patience: watching }),
  };
}

/** The watch over the server answers within two seconds. */
const WATCH_MS = 1400;

function givenAddresses({ databaseUrl: url, migrationDatabaseUrl: ownerUrl }: Config): DatabaseAddresses | undefined {
  return url === undefined ? undefined : { url, ...(ownerUrl && { ownerUrl }) };
}

async function startOwn({ config, log, running }: Start): Promise<DatabaseAddresses> {
  say('Avvio il database…');
  const onDeath = (error?: unknown): void =>
    error === undefined
      ? log.warn('the embedded database has died and is started again')
      : log.error({ err: error }, 'the embedded database could not be started again');
  const embedded = await timed(log, 'database', () => startEmbedded({ home: config.home, onDeath }));
  await running.add('database', () => embedded.stop());
  return embedded;
}

function tellHeldBack({ procedureId }: HeldBack, log: Start['log']): void {
  log.warn(
    { procedureId },
    'files of the product are not published: an analyst has published or retired the procedure',
  );
  say(
    `Il prodotto porta file nuovi del procedimento ${procedureId}, che non sono stati pubblicati: qui l’ha pubblicato o ritirato un analista. ` +
      `Per prenderli nel suo pacchetto: npm run iter -- packages import procedures/${procedureId} --body <codice IPA>.`,
  );
}

function sentenceOf(publication: Publication): string {
  const { procedureId: name } = publication;
  if (publication.outcome !== 'refused') return `Pubblicato il procedimento ${name}, versione ${publication.version}.`;
  return publication.inUse === undefined
    ? `Il procedimento ${name} non si può pubblicare:`
    : `Le modifiche al procedimento ${name} non si possono pubblicare; resta in uso la versione ${publication.inUse}:`;
}

function tell(publication: Publication): void {
  if (publication.outcome === 'unchanged') return;
  say(sentenceOf(publication));
  for (const finding of publication.findings) {
    const { level, file, elementId } = finding;
    const place = [file, elementId].filter((part) => part !== undefined).join(', ');
    say(
      `  ${level === 'error' ? 'errore' : 'avviso'}${place === '' ? '' : ` in ${place}`}: ${findingInWords(finding, 'it')}`,
    );
  }
}
