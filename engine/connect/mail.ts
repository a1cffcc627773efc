import { createTransport } from 'nodemailer';

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
  /** Gives the server's word for it. Throws when the server refuses or does not answer. */
  send(mail: Mail): Promise<string>;
  close(): void;
}

/**
 * A mailer that speaks SMTP.
 * @param settings.smtpUrl `smtp://user:password@host:port` or `smtps://…`
 * @param settings.from the sender, `Name <address>`
 */
export function smtpMailer(settings: { readonly smtpUrl: string; readonly from: string }): Mailer {
  const transport = createTransport(settings.smtpUrl, { from: settings.from });
  const domain = /@([^>\s]+)/.exec(settings.from)?.[1] ?? 'localhost';
  return {
    send: async ({ mailKey, to, subject, text }) => {
      const handed = await transport.sendMail({
        messageId: `<${mailKey}@${domain}>`,
        to: to.map(({ name, address }) => ({ name, address })),
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'it' },
      });
      return handed.response;
    },
    close: () => transport.close(),
  };
}
