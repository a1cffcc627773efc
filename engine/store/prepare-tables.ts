import { connectClient } from './connect-client.ts';
import { demandMigrated, migrate } from './migrate.ts';
import { excessOf, type Excess } from './privileges.ts';
import { StartError } from './start-error.ts';

/** A database, as the roles that use it. */
export interface DatabaseAddresses {
  /** As the role with which the engine works. */
  readonly url: string;
  /** As the role that owns the tables; absent where the engine is not told. */
  readonly ownerUrl?: string;
}

/** How strict one is about the role of the engine. */
export interface Strictness {
  /** Refuses a role that may do more than it needs; otherwise it is only told. */
  readonly production: boolean;
  readonly warn: (sentence: string) => void;
}

/**
 * Brings the tables to the newest form, if somebody here may, and makes sure that the engine works as a role that can
 * change neither tables nor records.
 *
 * Three settings are met. *With an owner*: it migrates and gives the rights. *Without, and the role of the engine may
 * do too much*: it migrates as this role on a development machine, and refuses in production before anything is
 * changed. *Without, and the role is as it should be*: the tables must have been migrated before.
 *
 * @returns how many migrations were applied
 * @throws StartError as `migrate` and `demandMigrated`; `database.role-too-strong`
 */
export async function prepareTables({ url, ownerUrl }: DatabaseAddresses, strictness: Strictness): Promise<number> {
  if (ownerUrl === undefined) {
    const weak = await judgeRole(url, strictness);
    if (!weak) return migrate(url);
    await demandMigrated(url);
    return 0;
  }
  const applied = await migrate(ownerUrl, url);
  await judgeRole(url, strictness);
  await demandMigrated(url);
  return applied;
}

/** Whether the role of an address can do no more than the engine needs. */
async function judgeRole(url: string, { production, warn }: Strictness): Promise<boolean> {
  const client = await connectClient(url, 'iter-check');
  try {
    const excess = await excessOf(client);
    if (excess.length === 0) return true;
    const what = `Il ruolo ${client.user ?? ''} di DATABASE_URL può più di quanto serve al servizio: ${excess.map((one) => sentences[one]).join(', ')}.`;
    if (production) throw new StartError('database.role-too-strong', `${what} ${advice}`);
    warn(`${what} In produzione Iter non parte così. ${advice}`);
    return false;
  } finally {
    await client.end();
  }
}

const sentences: Readonly<Record<Excess, string>> = {
  superuser: 'è un superutente',
  'makes-roles': 'può creare ruoli o database, o leggere ogni riga',
  owner: 'possiede le tabelle',
  creates: 'può creare tabelle',
  'changes-records': 'può cambiare le tabelle a cui si può solo aggiungere',
};

const advice =
  'Serve un ruolo per il servizio (DATABASE_URL) e un altro, che possiede le tabelle, per le migrazioni (ITER_MIGRATION_DATABASE_URL): vedi «I ruoli del database» nel README.';
