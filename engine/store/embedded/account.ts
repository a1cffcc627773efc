import { spawnSync } from 'node:child_process';

/** As whom the database server runs: PostgreSQL refuses the superuser of the machine. Empty: as whoever runs Iter. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>;

/**
 * The account for the database server. Only for root another one is needed: `postgres`, made when it is missing, or
 * `nobody` where accounts cannot be made.
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const present = accountOf('postgres');
  if (present) return present;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', 'postgres'], { stdio: 'ignore' });
  return accountOf('postgres') ?? accountOf('nobody') ?? {};
}

/** True when the account may enter the folder and read it. */
export function canRead(account: Account, folder: string): boolean {
  if (!('uid' in account)) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', folder], {
    ...account,
    cwd: '/',
  });
  return status === 0;
}

/** True when the account may pass through the folder to what lies below. */
export function canEnter(account: Account, folder: string): boolean {
  if (!('uid' in account)) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

function accountOf(name: string): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
