import { once } from 'node:events';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the mailbox received it. */
export interface CaughtMail {
  readonly messageId?: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A mail server for development: a real one, which keeps what it is given and sends nothing on. */
export interface Mailbox {
  /** Where to send to. */
  readonly smtpUrl: string;
  close(): Promise<void>;
}

/** Starts a mailbox on a free local port; every mail goes to `keep`. */
export async function startMailbox(keep: (mail: CaughtMail) => Promise<void>): Promise<Mailbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then((parsed) => keep(readMail(parsed)))
        .then(() => done(), done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  // Who hangs up in the midst of a mail, as a process that is killed, is told here; the server goes on.
  server.on('error', () => undefined);
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readMail(parsed: ParsedMail): CaughtMail {
  return {
    ...(parsed.messageId === undefined ? {} : { messageId: parsed.messageId }),
    from: parsed.from?.text ?? '',
    to: [parsed.to ?? []].flat().flatMap(addressesOf),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
  };
}

function addressesOf({ value }: AddressObject): readonly string[] {
  return value.map(({ name, address }) => (name ? `${name} <${address ?? ''}>` : (address ?? '')));
}
