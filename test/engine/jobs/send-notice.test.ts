import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Mail, Mailer } from '../../../engine/connect/mail.ts';
import type { DossierEvent } from '../../../engine/core/event.ts';
import { callConnector } from '../../../engine/jobs/call-connector.ts';
import type { JobDeps } from '../../../engine/jobs/job.ts';
import { sha256 } from '../../../engine/store/sha256.ts';
import { rowsOf } from '../../../engine/store/db.ts';
import { loadDossier } from '../../../engine/store/tables/dossiers.ts';
import { loadEvents } from '../../../engine/store/tables/events.ts';
import { loadMessages } from '../../../engine/store/tables/messages.ts';
import { applicationOf } from '../../support/course.ts';
import { aRunningIter, type RunningIter } from '../../support/harness.ts';

let iter: RunningIter;
let place: { readonly dossierId: string; readonly messageId: string };
beforeAll(async () => {
  iter = await aRunningIter();
});
afterAll(() => iter.stop());
beforeEach(async () => {
  const { command, actor } = await iter.submission('giulia', applicationOf('giulia', iter.bodyId));
  await iter.run(command, actor);
  const [message] = await loadMessages(iter.deps.db, { bodyId: iter.bodyId, dossierId: command.dossierId });
  place = { dossierId: command.dossierId, messageId: message?.messageId ?? '' };
});

const sendMail = (at: typeof place, deps: JobDeps): Promise<void> =>
  callConnector({ connector: 'send-notice', elementId: 'notify-start', ...at }, deps);

/** The deps with a mail server that does this. */
function withServer(send: Mailer['send']) {
  return { ...iter.deps, mailer: { send, close: () => undefined } };
}

const refusing = (properties: Readonly<Record<string, unknown>>) =>
  withServer(() => Promise.reject(Object.assign(new Error('refused'), properties)));

const hashOf = (mail: Mail | undefined): string => sha256(`${mail?.subject}\n\n${mail?.text}`);

const deliveries = async (): Promise<readonly Pick<DossierEvent, 'type' | 'data'>[]> =>
  (await loadEvents(iter.deps.db, { bodyId: iter.bodyId, dossierId: place.dossierId }))
    .filter(({ type }) => type === 'notice.delivered' || type === 'notice.failed')
    .map(({ type, data }) => ({ type, data }));

it('the word of the mail server enters the record, with the hash of what was sent', async () => {
  const sent: string[] = [];
  await sendMail(
    place,
    withServer(async (mail) => {
      sent.push(hashOf(mail));
      return '250 queued as 42';
    }),
  );
  const [textHash] = sent;
  expect(await deliveries()).toEqual([
    { type: 'notice.delivered', data: { messageId: place.messageId, detail: '250 queued as 42', textHash } },
  ]);
});

it('the mail says that there is a communication and where, under its id', async () => {
  const mails: Mail[] = [];
  await sendMail(
    place,
    withServer(async (mail) => {
      mails.push(mail);
      return '250';
    }),
  );
  const { registration } = (await loadDossier(iter.deps.db, place.dossierId))?.dossier ?? { registration: '?' };
  expect(mails).toEqual([
    {
      mailKey: place.messageId,
      to: [{ name: 'Giulia Bianchi', address: 'giulia.bianchi@example.org' }],
      subject: `Regione Emilia-Romagna: una comunicazione sulla pratica ${registration}`,
      text: expect.stringContaining(`http://localhost/pratiche/${place.dossierId}`),
    },
  ]);
});

it('the mail says nothing of what the communication says', async () => {
  const secret = 'La richiesta è respinta perché riguarda la salute di Anna';
  await rowsOf(iter.deps.db, 'UPDATE messages SET subject = :secret, body = :secret WHERE message_id = :messageId', {
    messageId: place.messageId,
    secret,
  });
  const mails: Mail[] = [];
  await sendMail(
    place,
    withServer(async (mail) => {
      mails.push(mail);
      return '250';
    }),
  );
  expect(JSON.stringify(mails)).toContain('Gentile Giulia Bianchi');
  expect(JSON.stringify(mails)).not.toMatch(/respinta|Anna/);
});

it('a mail that was handed over is not sent again', async () => {
  await sendMail(
    place,
    withServer(async () => '250'),
  );
  await sendMail(
    place,
    withServer(() => Promise.reject(new Error('sent twice'))),
  );
  expect(await deliveries()).toHaveLength(1);
});

it('an address refused for good is recorded, not tried again', async () => {
  await sendMail(place, refusing({ code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 no such user' }));
  expect(await deliveries()).toEqual([
    { type: 'notice.failed', data: { messageId: place.messageId, detail: '550 5.1.1 no such user' } },
  ]);
});

const passing = [
  { what: 'a mailbox that is full for now', error: { code: 'EENVELOPE', responseCode: 452 } },
  { what: 'a server that does not answer', error: { code: 'ECONNECTION' } },
  { what: 'a wrong password of ours', error: { code: 'EAUTH', responseCode: 535 } },
];

it.each(passing)('$what is tried again', async ({ error }) => {
  await expect(sendMail(place, refusing(error))).rejects.toThrow('refused');
  expect(await deliveries()).toEqual([]);
});

it('a message without any address is recorded as not delivered', async () => {
  await rowsOf(
    iter.deps.db,
    `UPDATE messages SET recipients = '[{"name": "Giulia Bianchi"}]' WHERE message_id = :messageId`,
    {
      messageId: place.messageId,
    },
  );
  await sendMail(place, refusing({}));
  expect(await deliveries()).toEqual([
    { type: 'notice.failed', data: { messageId: place.messageId, detail: 'nessun indirizzo e-mail' } },
  ]);
});

it('a mail that the server took before the process was killed is not sent again', async () => {
  const sent: Mail[] = [];
  const killed = withServer(async (mail, beforeText) => {
    await beforeText?.();
    sent.push(mail);
    // The process is gone before it hears the answer: nothing is noted after this.
    return new Promise<string>(() => undefined);
  });
  // The limit of its time ends it long after the test; whoever was killed hears nothing of it.
  void sendMail(place, killed).catch(() => undefined);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await sendMail(
    place,
    withServer(async (mail) => {
      sent.push(mail);
      return '250';
    }),
  );
  expect(sent).toHaveLength(1);
  expect(await deliveries()).toMatchObject([
    {
      type: 'notice.failed',
      data: { detail: expect.stringContaining('non si sa se è partito'), textHash: hashOf(sent[0]) },
    },
  ]);
});

it('a mail that was taken while the database was away is sent once', async () => {
  const sent: Mail[] = [];
  const deps = withServer(async (mail, beforeText) => {
    await beforeText?.();
    sent.push(mail);
    return '250 queued';
  });
  await rowsOf(iter.database.owner, 'ALTER TABLE mail_handovers ADD CONSTRAINT away CHECK (taken IS NULL) NOT VALID');
  await expect(sendMail(place, deps)).rejects.toThrow('away');
  await rowsOf(iter.database.owner, 'ALTER TABLE mail_handovers DROP CONSTRAINT away');
  await sendMail(place, deps);
  expect(sent).toHaveLength(1);
  expect(await deliveries()).toMatchObject([
    { type: 'notice.delivered', data: { detail: '250 queued', textHash: hashOf(sent[0]) } },
  ]);
});

it('a mail that the server did not take is sent again', async () => {
  const sent: Mail[] = [];
  const broken = withServer(async (_mail, beforeText) => {
    await beforeText?.();
    throw Object.assign(new Error('451 try later'), { code: 'EMESSAGE', responseCode: 451 });
  });
  await expect(sendMail(place, broken)).rejects.toThrow('451');
  await sendMail(
    place,
    withServer(async (mail) => {
      sent.push(mail);
      return '250';
    }),
  );
  expect(sent).toHaveLength(1);
});
