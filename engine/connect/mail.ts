import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

/** A mail to hand over. */
export interface Mail {
  /** Becomes the Message-ID: sent twice, it is recognised as one. */
  readonly mailKey: string;
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** Hands mails over to a mail server. */
export interface Mailer {
  /**
   * Gives the server's word for it. Throws when the server refuses or does not answer.
   * @param beforeText awaited when the server has accepted sender and recipients, before the text goes out; when it
   * throws
   * nothing goes out
   */
  send(mail: Mail, beforeText?: () => Promise<void>): Promise<string>;
  close(): void;
}

/**
 * A mailer that speaks SMTP.
 * @param settings.smtpUrl `smtp://user:password@host:port` or `smtps://…`
 * @param settings.from the sender, `Name <address>`
 */
export function smtpMailer(settings: { readonly smtpUrl: string; readonly from: string }): Mailer {
  const transport = createTransport(settings.smtpUrl);
  const domain = /@([^>\s]+)/.exec(settings.from)?.[1] ?? 'localhost';
  return {
    send: async ({ mailKey, to, subject, text }, beforeText) => {
      const composer = new MailComposer({
        from: settings.from,
        messageId: `<${mailKey}@${domain}>`,
        to: to.map(({ name, address }) => ({ name, address })),
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'it' },
      });
      const message = composer.compile();
      const envelope = message.getEnvelope();
      const raw = Readable.from(afterwards(await message.build(), beforeText));
      const handed = await transport.sendMail({ envelope, raw });
      return handed.response;
    },
    close: () => transport.close(),
  };
}

/** The bytes of a message, held back until `before` has been done. */
async function* afterwards(bytes: Buffer, before: (() => Promise<void>) | undefined): AsyncGenerator<Buffer> {
  await before?.();
  yield bytes;
}
