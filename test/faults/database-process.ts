import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { serverAccount } from '../../engine/store/embedded/account.ts';
import { databaseFolder } from '../../engine/store/embedded/folder.ts';
import type { BenchPlace } from '../bench/load/place.ts';

/** The processes of the embedded database, as the system has them. */
export interface DatabaseProcess {
  /** Kills the whole server: whoever watches over it has to start it again. */
  kill(): void;
  /** Kills one connection of the engine; the server then ends all of them and recovers. False where there is none. */
  killConnection(choose: (count: number) => number): Promise<boolean>;
  freeze(): void;
  thaw(): void;
}

/** Finds them by the file in which the server keeps its number; works where the system has `/proc`. */
export function databaseProcess(place: BenchPlace): DatabaseProcess {
  const pidFile = join(databaseFolder(place.home, serverAccount()), 'data', 'postmaster.pid');
  const main = (): number => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const signalAll = (signal: NodeJS.Signals): void => {
    for (const pid of [main(), ...childrenOf(main())]) send(pid, signal);
  };
  return {
    kill: () => send(main(), 'SIGKILL'),
    killConnection: async (choose) => {
      const pids = await connectionsOf(place.url);
      const pid = pids[choose(pids.length)];
      if (pid !== undefined) send(pid, 'SIGKILL');
      return pid !== undefined;
    },
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
  };
}

async function connectionsOf(url: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'iter' ORDER BY pid`,
    );
    return rows.map(({ pid }) => pid);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === parent);
}

/** The fourth field; the second is the name, in brackets, and may hold anything. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It has ended between the listing and the reading.
    return undefined;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
