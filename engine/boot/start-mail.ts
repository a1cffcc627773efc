import { smtpMailer, type Mailer } from '../connect/mail.ts';
import type { Instant } from '../kernel/types.ts';
import type { Db } from '../store/db.ts';
import { keepMail } from '../store/tables/mails.ts';
import type { Start } from './starting.ts';

/** Gives a mailer on the configured server; without one, on a mailbox of this process that keeps what it is given. */
export async function startMailer(
  { config, running }: Start,
  { db, clock, newId }: { readonly db: Db; readonly clock: () => Instant; readonly newId: () => string },
): Promise<Mailer> {
  const smtpUrl = config.mail.smtpUrl ?? (await startCatching());
  const mailer = smtpMailer({ smtpUrl, from: config.mail.from });
  await running.add('mailer', () => Promise.resolve(mailer.close()));
  return mailer;

  async function startCatching(): Promise<string> {
    const { startMailbox } = await import('../connect/mailbox.ts');
    const mailbox = await startMailbox((mail) => keepMail(db, { ...mail, mailId: newId(), receivedAt: clock() }));
    await running.add('mailbox', () => mailbox.close());
    return mailbox.smtpUrl;
  }
}
