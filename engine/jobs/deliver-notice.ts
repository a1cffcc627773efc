import { permanentRefusal } from './permanent-refusal.ts';
import { sha256 } from '../store/sha256.ts';
import { courtesyIn, type CourtesyMail } from './courtesy-mail.ts';
import type { Delivery } from '../connect/connectors/connector.ts';
import type { Mail } from '../connect/mail.ts';
import { rowsOf, type Db } from '../store/db.ts';
import { findKey } from '../store/tables/dossier-key.ts';
import { beginHandover, dropHandover, endHandover } from '../store/tables/mail-handovers.ts';
import { noteAddress } from '../store/tables/mail-addresses.ts';
import type { JobDeps } from './job.ts';

/** Where a notice is. */
export interface MailPlace {
  readonly dossierId: string;
  readonly messageId: string;
}

type Courtesy = CourtesyMail & {
  /** Whether the record says already what became of it. */
  readonly told: boolean;
  /** Whether its text has gone out before. */
  readonly begun: boolean;
  /** What the mail server said when it took it. */
  readonly taken: string | null;
  readonly textHash: string | null;
};

/**
 * Sends the mail that tells of a communication, and gives what the mail server said; undefined when the record says it
 * already. A refusal for good is an answer, too; anything else that goes wrong is thrown, to be tried again.
 *
 * A mail that the server has taken is not sent again: it is noted before the text goes out, and when the server has
 * taken it. A process that was killed between the two leaves it unknown whether the mail went out; then it is not sent
 * again, and the answer says so.
 *
 * The mail says that there is a communication and where to read it, never what it says: others may read a mailbox, so
 * it tells no outcome and no reasons, and it holds nothing that people wrote.
 */
export async function deliverNotice(place: MailPlace, deps: JobDeps): Promise<Delivery | undefined> {
  const message = await loadCourtesy(deps.db, place);
  if (!message || message.told) return undefined;
  return earlierDelivery(place, message) ?? deliver(message, place, deps);
}

const unknown = 'invio interrotto mentre il server di posta prendeva il messaggio: non si sa se è partito';

function earlierDelivery({ messageId }: MailPlace, message: Courtesy): Delivery | undefined {
  const { begun, textHash } = message;
  const taken = message.taken ?? takenMeanwhile.get(messageId);
  const hash = textHash === null ? {} : { textHash };
  if (taken !== undefined) return { delivered: true, detail: taken, ...hash };
  return begun ? { delivered: false, detail: unknown, ...hash } : undefined;
}

async function deliver(message: Courtesy, { dossierId, messageId }: MailPlace, deps: JobDeps): Promise<Delivery> {
  const known = await knownAddresses(message, deps);
  if (known.length === 0) return { delivered: false, detail: 'nessun indirizzo e-mail' };
  const to = known.filter(({ confirmed }) => confirmed).map(({ name, address }) => ({ name, address }));
  if (to.length === 0) return { delivered: false, detail: unconfirmed };
  const mail = {
    mailKey: messageId,
    to,
    ...courtesyIn(message, `${deps.baseUrl}/pratiche/${dossierId}`),
  };
  try {
    return { delivered: true, detail: await handOver(mail, deps), textHash: hashOf(mail) };
  } catch (error) {
    const refusal = permanentRefusal(error);
    if (refusal === undefined) throw error;
    deps.log.warn({ dossierId, messageId, refusal }, 'mail refused for good');
    return { delivered: false, detail: refusal };
  }
}

const hashOf = ({ subject, text }: Mail): string => sha256(`${subject}\n\n${text}`);

const unconfirmed = 'l’indirizzo e-mail non è ancora confermato: la comunicazione è nell’area personale';

/**
 * The addresses of those addressed. One that a person gave for themself must be known to be theirs; for that of
 * somebody who is no user of the portal, such as a third party, the office answers that wrote it.
 */
function knownAddresses({ to }: Courtesy, { db }: JobDeps) {
  const given = to.flatMap(({ name, email, personId }) =>
    email === undefined ? [] : [{ name, address: email, personId }],
  );
  return Promise.all(
    given.map(async ({ name, address, personId }) => ({
      ...{ name, address },
      confirmed: personId === undefined || (await noteAddress(db, { personId, address }, true)),
    })),
  );
}

/**
 * Mails that the server has taken while the database was away: noted in this process until the database can be told.
 */
const takenMeanwhile = new Map<string, string>();

async function handOver(mail: Mail, deps: JobDeps): Promise<string> {
  const { mailKey } = mail;
  const taken = await sent(mail, deps);
  takenMeanwhile.set(mailKey, taken);
  await endHandover(deps.db, { ...handoverOf(mail, deps), taken });
  takenMeanwhile.delete(mailKey);
  return taken;
}

const handoverOf = (mail: Mail, { clock }: JobDeps) => ({
  messageId: mail.mailKey,
  begunAt: clock(),
  textHash: hashOf(mail),
});

async function sent(mail: Mail, deps: JobDeps): Promise<string> {
  const { db, mailer } = deps;
  try {
    return await mailer.send(mail, () => beginHandover(db, handoverOf(mail, deps)));
  } catch (error) {
    await dropHandover(db, mail.mailKey);
    throw error;
  }
}

async function loadCourtesy(db: Db, { dossierId, messageId }: MailPlace): Promise<Courtesy | undefined> {
  const key = await findKey(db, dossierId);
  if (key === undefined) return undefined;
  const [row] = await rowsOf<Courtesy>(
    db,
    `SELECT m.recipients AS "to", d.registration, b.name AS "bodyName",
            ARRAY(SELECT coalesce(p.language, 'it')
                    FROM jsonb_array_elements(m.recipients) AS recipient
                    LEFT JOIN people p ON p.person_id::text = recipient->>'personId') AS languages,
            EXISTS (SELECT 1 FROM events e
                     WHERE e.body_id = m.body_id AND e.dossier_id = m.dossier_id AND e.type IN ('notice.delivered', 'notice.failed')
                       AND e.data->>'messageId' = m.message_id) AS told,
            h.message_id IS NOT NULL AS begun, h.taken, h.text_hash AS "textHash"
       FROM messages m JOIN dossiers d USING (body_id, dossier_id) JOIN bodies b ON b.body_id = d.body_id
            LEFT JOIN mail_handovers h ON h.message_id = m.message_id
      WHERE m.body_id = CAST(:bodyId AS uuid) AND m.dossier_id = CAST(:dossierId AS uuid) AND m.message_id = :messageId`,
    { messageId, ...key },
  );
  return row;
}
