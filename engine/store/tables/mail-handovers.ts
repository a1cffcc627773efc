import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { Row } from './row.ts';

class MailHandover extends Row {
  static override tableName = 'mail_handovers';
  static override idColumn = 'messageId';

  declare readonly messageId: string;
  declare readonly begunAt: Instant;
  declare readonly taken: string | null;
  declare readonly textHash: string | null;
}

/** A mail on its way to the mail server, by the notice that it tells of. */
export type Handover = Pick<MailHandover, 'messageId' | 'begunAt'> & { readonly textHash?: string };

/** Notes that the text of a mail is about to go out. */
export async function beginHandover(db: Db, handover: Handover): Promise<void> {
  await MailHandover.query(db).insert(handover).onConflict('messageId').ignore();
}

/** Notes what the mail server said when it took a mail. */
export async function endHandover(db: Db, ended: Handover & { readonly taken: string }): Promise<void> {
  await MailHandover.query(db).insert(ended).onConflict('messageId').merge(['taken']);
}

/** Takes the note back: the mail server has not taken the mail. */
export async function dropHandover(db: Db, messageId: string): Promise<void> {
  await MailHandover.query(db).deleteById(messageId);
}
