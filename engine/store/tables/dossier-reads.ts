import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { within } from '../wall.ts';
import { Row } from './row.ts';

class DossierRead extends Row {
  static override tableName = 'dossier_reads';
  static override idColumn = ['bodyId', 'dossierId', 'readId'];

  declare readonly readId: number;
  declare readonly dossierId: string;
  declare readonly bodyId: string;
  declare readonly personId: string;
  declare readonly what: string;
  declare readonly at: Instant;
}

/** Notes that a member of an office read a dossier, or one of its documents (`what`). */
export async function noteRead(
  db: Db,
  read: {
    readonly dossierId: string;
    readonly bodyId: string;
    readonly personId: string;
    readonly what: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { dossierId, bodyId, personId, what, at } = read;
  await within([bodyId], () => DossierRead.query(db).insert({ dossierId, bodyId, personId, what, at }));
}
