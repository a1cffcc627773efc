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

/** The record of a dossier, in order, without seals: those are for the audit. */
export async function loadEvents(db: Db, { bodyId, dossierId }: DossierKey): Promise<readonly DossierEvent[]> {
  return within([bodyId], () =>
    EventRow.query(db)
      .select('dossierId', 'sequence', 'type', 'at', 'actor', 'data', 'previousHash', 'hash')
      .where({ bodyId, dossierId })
      .orderBy('sequence'),
  );
}
