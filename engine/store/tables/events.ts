import type { DossierEvent } from '../../core/event.ts';
import type { Db } from '../db.ts';
import { within } from '../wall.ts';
import type { DossierKey } from './dossier-key.ts';
import { Row } from './row.ts';

class EventRow extends Row implements DossierEvent {
  static override tableName = 'events';
  static override idColumn = ['bodyId', 'dossierId', 'sequence'];

  declare readonly dossierId: string;
  declare readonly sequence: number;
  declare readonly bodyId: string;
  declare readonly type: DossierEvent['type'];
  declare readonly at: DossierEvent['at'];
  declare readonly actor: DossierEvent['actor'];
  declare readonly data: DossierEvent['data'];
  declare readonly previousHash: string;
  declare readonly hash: string;
}

const columns = ['dossierId', 'sequence', 'type', 'at', 'actor', 'data', 'previousHash', 'hash'];

/** The events of a dossier, in order, without what they seal: nobody is told of that. */
export async function loadEvents(db: Db, key: DossierKey): Promise<readonly DossierEvent[]> {
  return inOrder(db, key, columns);
}

/** The whole record of a dossier, in order: what the chain of its hashes is computed over. */
export async function loadRecord(db: Db, key: DossierKey): Promise<readonly DossierEvent[]> {
  const rows: readonly Sealed[] = await inOrder(db, key, [...columns, 'seals']);
  return rows.map(({ seals, ...event }) => (seals ? { ...event, seals } : event));
}

/** An event with what it seals; null on all but the last of a step. */
type Sealed = DossierEvent & { readonly seals?: DossierEvent['seals'] | null };

function inOrder(db: Db, { bodyId, dossierId }: DossierKey, selected: readonly string[]): Promise<readonly EventRow[]> {
  return within([bodyId], () =>
    EventRow.query(db)
      .select(...selected)
      .where({ bodyId, dossierId })
      .orderBy('sequence'),
  );
}
