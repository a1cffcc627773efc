import { initial } from './001-initial.ts';
import type { Migration } from './migration.ts';

/** All migrations in the order in which they are applied. */
export const migrations: readonly Migration[] = [initial];
