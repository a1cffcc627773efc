import { z } from 'zod';
import { permanentRefusal } from './permanent-refusal.ts';
import type { Message } from '../core/dossier.ts';
import { rowsOf, type Db } from '../store/db.ts';
import { runUnlessPast, theWorker, type JobDeps, type JobHandler } from './job.ts';
import { plainText } from './plain-text.ts';

const payloadShape = z.object({ dossierId: z.uuid(), messageId: z.string() });

type MailPlace = z.infer<typeof payloadShape>;

type Courtesy = Pick<Message, 'subject' | 'body' | 'to'> & {
  /** Whether the record says already what became of it. */
  readonly told: boolean;
};

/**
 * Sends the courtesy mail of a communication and records what the mail server said. A refusal for good is recorded, too;
 * anything else that goes wrong is tried again. Sent twice after a crash, a mail carries the same Message-ID.
 */
export const sendMail: JobHandler = async (payload, deps) => {
  const place = payloadShape.parse(payload);
  const message = await loadCourtesy(deps.db, place);
  if (!message || message.told) return;
  const delivery = await deliver(message, place, deps);
  await runUnlessPast(deps, {
    command: { type: 'record-delivery', ...place, ...delivery },
    actor: theWorker,
    key: `delivery:${place.messageId}`,
  });
};

interface Delivery {
  readonly delivered: boolean;
  readonly detail: string;
}

async function deliver(message: Courtesy, { dossierId, messageId }: MailPlace, deps: JobDeps): Promise<Delivery> {
  const to = message.to.flatMap(({ name, email }) => (email === undefined ? [] : [{ name, address: email }]));
  if (to.length === 0) return { delivered: false, detail: 'nessun indirizzo e-mail' };
  const link = `${deps.baseUrl}/pratiche/${dossierId}`;
  const { subject } = message;
  try {
    const detail = await deps.mailer.send({ mailKey: messageId, to, subject, text: mailText(message.body, link) });
    return { delivered: true, detail };
  } catch (error) {
    const refusal = permanentRefusal(error);
    if (refusal === undefined) throw error;
    deps.log.warn({ dossierId, messageId, refusal }, 'mail refused for good');
    return { delivered: false, detail: refusal };
  }
}

/** The text of the message, and where to read it, unless it says so itself. */
function mailText(body: string, link: string): string {
  const text = plainText(body);
  const where = text.includes(link) ? '' : `\n\nTrovi tutto nella tua area personale: ${link}`;
  return `${text}${where}\n\n--\nQuesto messaggio è una copia di cortesia, inviata in automatico: non rispondere a questo indirizzo.\n`;
}

async function loadCourtesy(db: Db, { dossierId, messageId }: MailPlace): Promise<Courtesy | undefined> {
  const [row] = await rowsOf<Courtesy>(
    db,
    `SELECT m.subject, m.body, m.recipients AS "to",
            EXISTS (SELECT 1 FROM events e
                     WHERE e.dossier_id = m.dossier_id AND e.type IN ('notice.delivered', 'notice.failed')
                       AND e.data->>'messageId' = m.message_id) AS told
       FROM messages m
      WHERE m.message_id = :messageId AND m.dossier_id = :dossierId`,
    { messageId, dossierId },
  );
  return row;
}
