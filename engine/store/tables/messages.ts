import type { Message } from '../../core/dossier.ts';
import type { Db } from '../db.ts';
import { within } from '../wall.ts';
import type { DossierKey } from './dossier-key.ts';
import { Row } from './row.ts';

class MessageRow extends Row {
  static override tableName = 'messages';
  static override idColumn = ['bodyId', 'dossierId', 'messageId'];

  declare readonly messageId: string;
  declare readonly dossierId: string;
  declare readonly bodyId: string;
  declare readonly templateId: string;
  declare readonly subject: string;
  declare readonly body: string;
  declare readonly recipients: Message['to'];
  declare readonly audience: Message['audience'];
  declare readonly sentAt: Message['sentAt'];
}

/** The communications of a dossier, the newest first. */
export async function loadMessages(db: Db, { bodyId, dossierId }: DossierKey): Promise<readonly Message[]> {
  return within([bodyId], () =>
    MessageRow.query(db)
      .select('messageId', 'templateId', 'subject', 'body', 'recipients as to', 'audience', 'sentAt')
      .where({ bodyId, dossierId })
      .orderBy('sentAt', 'desc')
      .orderBy('messageId', 'desc')
      .castTo<Message[]>(),
  );
}
