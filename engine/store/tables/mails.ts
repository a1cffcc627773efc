import type { Mail } from '../../../forms/contract/mails.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from '../lists/cursor.ts';
import { Row } from './row.ts';

class MailRow extends Row {
  static override tableName = 'mails';
  static override idColumn = 'mailId';

  declare readonly mailId: string;
  /** The Message-ID, when the mail had one. */
  declare readonly messageHeader: string | null;
  declare readonly receivedAt: Instant;
  declare readonly sender: string;
  declare readonly recipients: string[];
  declare readonly subject: string;
  declare readonly text: string;
}

/** Mails kept by the development mailbox, the newest first; `to` is part of an address. */
export async function listMails(db: Db, query: Paging & { readonly to?: string | undefined }): Promise<RowPage<Mail>> {
  const { to } = query;
  const place = placeOf(query.cursor, 2);
  const found = MailRow.query(db)
    .select('mailId', 'receivedAt', 'sender as from', 'recipients as to', 'subject', 'text')
    .orderBy('receivedAt', 'desc')
    .orderBy('mailId', 'desc')
    .limit(query.limit + 1);
  if (to !== undefined) {
    found.whereRaw('EXISTS (SELECT 1 FROM unnest(recipients) r WHERE position(lower(?) IN lower(r)) > 0)', to);
  }
  if (place !== undefined) found.whereRaw('(received_at, mail_id) < (?, ?)', place);
  return pageOf(await found.castTo<Mail[]>(), query.limit, (row) => [row.receivedAt, row.mailId]);
}

/** Keeps a mail that the development mailbox received. */
export async function keepMail(
  db: Db,
  mail: {
    readonly mailId: string;
    readonly messageId?: string;
    readonly receivedAt: Instant;
    readonly from: string;
    readonly to: readonly string[];
    readonly subject: string;
    readonly text: string;
  },
): Promise<void> {
  const { mailId, messageId = null, receivedAt, from, to, subject, text } = mail;
  const row = { mailId, messageHeader: messageId, receivedAt, sender: from, recipients: [...to], subject, text };
  await MailRow.query(db).insert(row);
}
