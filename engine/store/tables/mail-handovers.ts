import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { Row } from './row.ts';

class MailHandover extends Row {
  static override tableName = 'mail_handovers';
  static override idColumn = 'messageId';

  declare readonly messageId: string;
  declare readonly begunAt: Instant;
  declare readonly taken: string | null;
}

/** Notes that the text of a mail is about to go out. */
export async function beginHandover(db: Db, messageId: string, begunAt: Instant): Promise<void> {
  await MailHandover.query(db).insert({ messageId, begunAt }).onConflict('messageId').ignore();
}

/** Notes what the mail server said when it took a mail. */
export async function endHandover(db: Db, messageId: string, ended: Pick<MailHandover, 'begunAt' | 'taken'>) {
  await MailHandover.query(db)
    .insert({ messageId, ...ended })
    .onConflict('messageId')
    .merge(['taken']);
}

/** Takes the note back: the mail server has not taken the mail. */
export async function dropHandover(db: Db, messageId: string): Promise<void> {
  await MailHandover.query(db).deleteById(messageId);
}
