import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Mail } from '../../../engine/connect/mail.ts';
import type { DossierEvent } from '../../../engine/core/event.ts';
import { sendMail } from '../../../engine/jobs/send-mail.ts';
import { rowsOf } from '../../../engine/store/db.ts';
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
  const [message] = await loadMessages(iter.deps.db, command.dossierId);
  place = { dossierId: command.dossierId, messageId: message?.messageId ?? '' };
});

/** The deps with a mail server that does this. */
function withServer(send: (mail: Mail) => Promise<string>) {
  return { ...iter.deps, mailer: { send, close: () => undefined } };
}

const refusing = (properties: Readonly<Record<string, unknown>>) =>
  withServer(() => Promise.reject(Object.assign(new Error('refused'), properties)));

const deliveries = async (): Promise<readonly Pick<DossierEvent, 'type' | 'data'>[]> =>
  (await loadEvents(iter.deps.db, place.dossierId))
    .filter(({ type }) => type === 'notice.delivered' || type === 'notice.failed')
    .map(({ type, data }) => ({ type, data }));

it('the word of the mail server enters the record', async () => {
  await sendMail(
    place,
    withServer(async () => '250 queued as 42'),
  );
  expect(await deliveries()).toEqual([
    { type: 'notice.delivered', data: { messageId: place.messageId, detail: '250 queued as 42' } },
  ]);
});

it('the mail is the message in plain text, under its id', async () => {
  const mails: Mail[] = [];
  await sendMail(
    place,
    withServer(async (mail) => {
      mails.push(mail);
      return '250';
    }),
  );
  expect(mails).toEqual([
    {
      mailKey: place.messageId,
      to: [{ name: 'Giulia Bianchi', address: 'giulia.bianchi@example.org' }],
      subject: expect.stringContaining('r_emiro/2026/'),
      text: expect.stringContaining(`http://localhost/pratiche/${place.dossierId}`),
    },
  ]);
  expect(mails[0]?.text).not.toMatch(/\*\*|\{\{/);
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
