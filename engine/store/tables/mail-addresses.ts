import type { Language } from '../../core/language.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import { Row } from './row.ts';

class MailAddressRow extends Row {
  static override tableName = 'mail_addresses';
  static override idColumn = ['personId', 'address'];

  declare readonly personId: string;
  declare readonly address: string;
  declare readonly confirmedAt: Instant | null;
  declare readonly tokenHash: string | null;
  declare readonly expiresAt: Instant | null;
  declare readonly sentAt: Instant | null;
  declare readonly held: boolean;
}

/** An address of a person. Capitals make no difference. */
export interface OwnAddress {
  readonly personId: string;
  readonly address: string;
}

const keyOf = ({ personId, address }: OwnAddress): OwnAddress => ({ personId, address: address.toLowerCase() });

/** Notes an address that an identity provider vouches for. */
export async function vouchForAddress(db: Db, own: OwnAddress, confirmedAt: Instant): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO mail_addresses AS known (person_id, address, confirmed_at) VALUES (:personId, :address, :confirmedAt)
     ON CONFLICT (person_id, address) DO UPDATE SET confirmed_at = excluded.confirmed_at, token_hash = NULL
      WHERE known.confirmed_at IS NULL`,
    { ...keyOf(own), confirmedAt },
  );
}

/**
 * Notes an address that a person has given, and puts the job that sends the link into the queue the first time.
 * @param held whether a mail is due that it does not get yet
 * @returns whether the address is known to be theirs
 */
export async function noteAddress(db: Db, own: OwnAddress, held: boolean): Promise<boolean> {
  const [row] = await rowsOf<{ confirmed: boolean }>(db, noteSql, { ...keyOf(own), held });
  return row?.confirmed === true;
}

const linkJob = `graphile_worker.add_job('send-link',
  payload := json_build_object('personId', person_id, 'address', address),
  job_key := 'link:' || person_id || ':' || address, max_attempts := 12)`;

/**
 * Nothing is written where the row says already what it is to say: an answer then waits for no disk. What is held stays
 * so until the job `tell-held` has told it, also after the address is confirmed.
 */
const noteSql = `
WITH known AS (
  SELECT confirmed_at, held OR confirmed_at IS NOT NULL OR NOT :held AS is_said FROM mail_addresses
   WHERE person_id = CAST(:personId AS uuid) AND address = :address),
noted AS (
  INSERT INTO mail_addresses AS known (person_id, address, held)
  SELECT CAST(:personId AS uuid), :address, :held WHERE NOT EXISTS (SELECT 1 FROM known WHERE is_said)
  ON CONFLICT (person_id, address) DO UPDATE
     SET held = known.held OR known.confirmed_at IS NULL AND excluded.held
  RETURNING person_id, address, confirmed_at, xmax = 0 AS is_new),
asked AS MATERIALIZED (SELECT count(${linkJob}) FROM noted WHERE is_new)
SELECT EXISTS (SELECT 1 FROM known WHERE confirmed_at IS NOT NULL
    UNION ALL SELECT 1 FROM noted WHERE confirmed_at IS NOT NULL) AS confirmed
  FROM asked`;

/** Asks for another link to an address that is not confirmed; gives false when the person has no such address. */
export async function askForLink(db: Db, own: OwnAddress): Promise<boolean> {
  const rows = await rowsOf(
    db,
    `WITH again AS (
       UPDATE mail_addresses SET token_hash = NULL, sent_at = NULL
        WHERE person_id = CAST(:personId AS uuid) AND address = :address AND confirmed_at IS NULL
        RETURNING person_id, address)
     SELECT ${linkJob} FROM again`,
    { ...keyOf(own) },
  );
  return rows.length > 0;
}

/** The addresses that a person has still to confirm. */
export async function openAddresses(db: Db, personId: string) {
  return MailAddressRow.query(db)
    .select('address', 'sentAt', 'expiresAt')
    .where({ personId })
    .whereNull('confirmedAt')
    .orderBy('address');
}

/**
 * Whether a link is wanted, in which language, and how many other people's links the
 * address got since `since`; undefined: no such row.
 */
export async function linkWanted(db: Db, own: OwnAddress, since: Instant) {
  const [row] = await rowsOf<{ wanted: boolean; others: number; language: Language }>(
    db,
    `SELECT coalesce(p.language, 'it') AS language, confirmed_at IS NULL AND sent_at IS NULL AS wanted,
            (SELECT count(*) FROM mail_addresses o
              WHERE o.address = a.address AND o.person_id <> a.person_id AND o.sent_at > :since) AS others
       FROM mail_addresses a JOIN people p USING (person_id)
      WHERE person_id = CAST(:personId AS uuid) AND address = :address`,
    { ...keyOf(own), since },
  );
  return row;
}

/** Notes that a link goes out now, in the place of the one before; without one, that it did not. */
export async function keepLink(
  db: Db,
  { personId, address }: OwnAddress,
  link: Pick<MailAddressRow, 'tokenHash' | 'sentAt' | 'expiresAt'> = { tokenHash: null, sentAt: null, expiresAt: null },
): Promise<void> {
  await MailAddressRow.query(db).patch(link).where({ personId, address }).whereNull('confirmedAt');
}

/** The address of a link that still works for a person; undefined for any other. */
export async function addressOfLink(
  db: Db,
  { personId, tokenHash, now }: { readonly personId: string; readonly tokenHash: string; readonly now: Instant },
): Promise<string | undefined> {
  const row = await MailAddressRow.query(db)
    .findOne({ personId, tokenHash })
    .where('expiresAt', '>', now)
    .select('address');
  return row?.address;
}

/** Whether an address is known to be a person's. */
export async function isConfirmed(db: Db, { personId, address }: OwnAddress): Promise<boolean> {
  const row = await MailAddressRow.query(db).findOne(keyOf({ personId, address })).whereNotNull('confirmedAt');
  return row !== undefined;
}

/**
 * Confirms the address of a link, once, for the person to whom it belongs, while it works; the job that tells of what
 * was held meanwhile goes into the queue with it.
 * @returns the address, or undefined when the link is used, expired, or of somebody else
 */
export async function confirmAddress(
  db: Db,
  { personId, tokenHash, now }: { readonly personId: string; readonly tokenHash: string; readonly now: Instant },
): Promise<string | undefined> {
  const [row] = await rowsOf<{ address: string }>(
    db,
    `WITH confirmed AS (
       UPDATE mail_addresses SET confirmed_at = :now, token_hash = NULL, expires_at = NULL
        WHERE token_hash = :tokenHash AND person_id = CAST(:personId AS uuid) AND expires_at > :now
        RETURNING person_id, address, held),
     asked AS MATERIALIZED (
       SELECT count(graphile_worker.add_job('tell-held',
         payload := json_build_object('personId', person_id, 'address', address),
         job_key := 'held:' || person_id || ':' || address, max_attempts := 12)) FROM confirmed WHERE held)
     SELECT address FROM confirmed, asked`,
    { personId, tokenHash, now },
  );
  return row?.address;
}

/** The language of a person for whom something is held and not told, at an address that is confirmed by now. */
export async function languageOfHeld(db: Db, own: OwnAddress): Promise<Language | undefined> {
  const [row] = await rowsOf<{ language: Language }>(
    db,
    `SELECT coalesce(p.language, 'it') AS language FROM mail_addresses JOIN people p USING (person_id)
      WHERE person_id = CAST(:personId AS uuid) AND address = :address AND held AND confirmed_at IS NOT NULL`,
    { ...keyOf(own) },
  );
  return row?.language;
}

/** Notes whether something is held for an address. */
export async function setHeld(db: Db, { personId, address }: OwnAddress, held: boolean): Promise<void> {
  await MailAddressRow.query(db).patch({ held }).where({ personId, address });
}
