import { initial } from './001-initial.ts';
import { betweenDossiers } from './005-between-dossiers.ts';
import type { Migration } from './migration.ts';

/** All migrations in the order in which they are applied. */
export const migrations: readonly Migration[] = [initial, betweenDossiers];
