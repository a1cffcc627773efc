import type { Mail } from '../../../forms/contract/mails.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { pageOf, placeOf, type Paging, type RowPage } from './cursor.ts';

/** Mails kept by the development mailbox, the newest first; `to` is part of an address. */
export async function listMails(db: Db, query: Paging & { readonly to?: string | undefined }): Promise<RowPage<Mail>> {
  const place = placeOf(query.cursor, 2);
  const rows = await rowsOf<Mail>(
    db,
    `SELECT mail_id AS "mailId", received_at AS "receivedAt", sender AS "from", recipients AS "to", subject, text
       FROM mails
      WHERE (CAST(:to AS text) IS NULL OR EXISTS (SELECT 1 FROM unnest(recipients) r WHERE position(lower(:to) IN lower(r)) > 0))
        AND (CAST(:at AS timestamptz) IS NULL OR (received_at, mail_id) < (CAST(:at AS timestamptz), CAST(:mailId AS uuid)))
      ORDER BY received_at DESC, mail_id DESC LIMIT :limit`,
    { to: query.to ?? null, at: place?.[0] ?? null, mailId: place?.[1] ?? null, limit: query.limit + 1 },
  );
  return pageOf(rows, query.limit, (row) => [row.receivedAt, row.mailId]);
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
  await rowsOf(
    db,
    `INSERT INTO mails (mail_id, message_header, received_at, sender, recipients, subject, text)
     VALUES (:mailId, :messageId, :receivedAt, :from, :to, :subject, :text)`,
    { ...mail, messageId: mail.messageId ?? null, to: [...mail.to] },
  );
}
