import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseProcess } from './database-process.ts';
import type { Dice } from './dice.ts';
import type { Engines } from './engines.ts';
import type { SmallDisk } from './small-disk.ts';

/** What can be done to. */
export interface Victims {
  readonly engines: Engines;
  readonly database: DatabaseProcess;
  /** Absent where none can be made. */
  readonly disk?: SmallDisk | undefined;
  readonly dice: Dice;
}

/** What can go wrong, by name. Each ends when it has been done; the service may still be away. */
export const kinds = {
  server: ({ engines }: Victims) => engines.kill('server'),
  worker: ({ engines }: Victims) => engines.kill('worker'),
  /** One connection of the database, by which all of them end and the server recovers. */
  connessione: async ({ database, dice }: Victims) => void (await database.killConnection(dice)),
  database: ({ database }: Victims) => database.kill(),
  /** As when the power goes. */
  tutto: ({ engines, database }: Victims) => {
    database.kill();
    engines.kill('server');
    engines.kill('worker');
  },
  fermo: async ({ database, dice }: Victims) => {
    database.freeze();
    await pause(500 + dice(3000));
    database.thaw();
  },
  pieno: async ({ disk, dice }: Victims) => {
    disk?.fill();
    await pause(500 + dice(3000));
    disk?.free();
  },
} as const;

/** The name of a fault, as `--only` takes it. */
export type Kind = keyof typeof kinds;

export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);
