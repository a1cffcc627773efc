import { once } from 'node:events';
import { connect } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { smtpMailer, type Mail } from '../../../engine/connect/mail.ts';
import { startMailbox, type CaughtMail } from '../../../engine/connect/mailbox.ts';
import { permanentRefusal } from '../../../engine/jobs/permanent-refusal.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const mail: Mail = {
  mailKey: '01900000-0000-7000-8000-000000000001.m4',
  to: [{ name: 'Giulia Bianchi', address: 'giulia.bianchi@example.org' }],
  subject: 'La tua richiesta è stata accolta: può ritirare più copie',
  text: 'Gentile Giulia,\n\nè tutto pronto.\n\nhttp://localhost/pratiche/1\n',
};

function mailerTo(smtpUrl: string) {
  const mailer = smtpMailer({ smtpUrl, from: 'Sportello <sportello@example.it>' });
  closing.push(() => mailer.close());
  return mailer;
}

/** A mail server that answers like this to every recipient. */
async function aRefusingServer(responseCode: number): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no such user'), { responseCode })),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  return `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const refusalOf = (smtpUrl: string): Promise<unknown> =>
  mailerTo(smtpUrl)
    .send(mail)
    .then(
      () => undefined,
      (error: unknown) => error,
    );

it('the mailbox outlives a client that hangs up within a mail', async () => {
  const caught: CaughtMail[] = [];
  const mailbox = await startMailbox(async (one) => void caught.push(one));
  closing.push(() => mailbox.close());
  const client = connect(Number(new URL(mailbox.smtpUrl).port), '127.0.0.1');
  for (const command of ['EHLO here', 'MAIL FROM:<a@example.it>']) {
    await once(client, 'data');
    client.write(`${command}\r\n`);
  }
  await once(client, 'data');
  client.resetAndDestroy();
  await mailerTo(mailbox.smtpUrl).send(mail);
  expect(caught).toHaveLength(1);
});

it('a mail arrives in the mailbox as it was written', async () => {
  const caught: CaughtMail[] = [];
  const mailbox = await startMailbox(async (one) => void caught.push(one));
  closing.push(() => mailbox.close());
  expect(await mailerTo(mailbox.smtpUrl).send(mail)).toMatch(/^250 /);
  expect(caught).toEqual([
    {
      messageId: '<01900000-0000-7000-8000-000000000001.m4@example.it>',
      from: expect.stringContaining('sportello@example.it'),
      to: ['Giulia Bianchi <giulia.bianchi@example.org>'],
      subject: mail.subject,
      text: mail.text,
    },
  ]);
});

it('a mail that cannot be kept is not said to be delivered', async () => {
  const mailbox = await startMailbox(() => Promise.reject(new Error('disk full')));
  closing.push(() => mailbox.close());
  const error = await refusalOf(mailbox.smtpUrl);
  expect(error).toBeInstanceOf(Error);
});

it('an unknown address is a refusal for good', async () => {
  expect(permanentRefusal(await refusalOf(await aRefusingServer(550)))).toBe('550 no such user');
});

it('a mailbox busy for now is no refusal for good', async () => {
  const error = await refusalOf(await aRefusingServer(450));
  expect(error).toBeInstanceOf(Error);
  expect(permanentRefusal(error)).toBeUndefined();
});

it('a server that is not there is no refusal for good', async () => {
  const error = await refusalOf('smtp://127.0.0.1:1');
  expect(error).toBeInstanceOf(Error);
  expect(permanentRefusal(error)).toBeUndefined();
});

it('a name or a subject with line breaks adds no header', async () => {
  const caught: CaughtMail[] = [];
  const mailbox = await startMailbox(async (one) => void caught.push(one));
  closing.push(() => mailbox.close());
  const hostile = 'Anna\r\nBcc: altri@evil.example\r\nX-Esito: accolta';
  const to = [{ name: hostile, address: 'anna@example.org' }];
  await mailerTo(mailbox.smtpUrl).send({ ...mail, to, subject: `Pratica ${hostile}` });
  expect(caught[0]?.subject).toBe('Pratica Anna Bcc: altri@evil.example X-Esito: accolta');
  expect(caught[0]?.to).toHaveLength(1);
  expect(caught[0]?.to[0]).toMatch(/<anna@example\.org>$/);
});
