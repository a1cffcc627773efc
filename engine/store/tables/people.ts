import { raw } from 'objection';
import type { Membership } from '../../core/actor.ts';
import { romeDay } from '../../core/calendar.ts';
import type { Language } from '../../core/language.ts';
import type { Instant } from '../../kernel/types.ts';
import type { Db } from '../db.ts';
import { vouchForAddress } from './mail-addresses.ts';
import { Row } from './row.ts';
import type { SessionData } from './sessions.ts';

/** A membership with the names that people read. */
export interface NamedMembership extends Membership {
  readonly bodyName: string;
  readonly officeName: string;
}

/** A person as the table has them. */
export interface Person {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly fiscalCode?: string;
  readonly email?: string;
  /** Chosen at the portal; absent when they never chose. */
  readonly language?: Language;
  readonly memberships: readonly NamedMembership[];
}

class PersonRow extends Row {
  static override tableName = 'people';
  static override idColumn = 'personId';

  declare readonly personId: string;
  declare readonly issuer: string;
  declare readonly subject: string;
  declare readonly givenName: string;
  declare readonly familyName: string;
  declare readonly fiscalCode: string | null;
  declare readonly email: string | null;
  declare readonly language: Language | null;
  declare readonly createdAt: Instant;
  declare readonly seenAt: Instant;
}

// What a body has given, and what the provider vouched for at this sign-in. A role that the program does not know
// grants nothing anywhere.
const membershipsSql = `
coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'bodyId', m.body_id, 'bodyName', b.name, 'officeCode', m.office_code, 'officeName', o.name, 'role', m.role,
    'guestOf', (SELECT jsonb_agg(g.body_id ORDER BY g.body_id) FROM guest_bodies g WHERE g.office_body_id = m.body_id)))
    ORDER BY b.name, m.office_code, m.role)
  FROM (SELECT given.body_id, given.office_code, given.role FROM memberships given
         WHERE given.fiscal_code = people.fiscal_code
           AND given.first_on <= CAST(? AS date) AND (given.last_on IS NULL OR given.last_on >= CAST(? AS date))
        UNION
        SELECT claimed_of.body_id, claimed."officeCode", claimed.role
          FROM jsonb_to_recordset(coalesce(sessions.data -> 'roles', '[]'::jsonb))
            AS claimed("ipaCode" text, "officeCode" text, role text)
          JOIN bodies claimed_of ON claimed_of.ipa_code = claimed."ipaCode") AS m
  JOIN bodies b USING (body_id)
  JOIN offices o ON o.body_id = m.body_id AND o.code = m.office_code), '[]')`;

function personOf(row: PersonRow & Pick<Person, 'memberships'>): Person {
  const { personId, givenName, familyName, fiscalCode, email, language, memberships } = row;
  return {
    personId,
    givenName,
    familyName,
    ...(fiscalCode === null ? {} : { fiscalCode }),
    ...(email === null ? {} : { email }),
    ...(language === null ? {} : { language }),
    memberships,
  };
}

/** The language in which a person is written to; Italian where they have not chosen. */
export async function languageOf(db: Db, personId: string): Promise<Language> {
  const row = await PersonRow.query(db).findById(personId).select('language');
  return row?.language ?? 'it';
}

/** Keeps the language that a person has chosen. */
export async function keepLanguage(db: Db, personId: string, language: Language): Promise<void> {
  await PersonRow.query(db).findById(personId).patch({ language });
}

/** A session with the person whose it is. */
interface PersonOfSession {
  readonly session: SessionData;
  readonly person: Person;
}

/** The session of that id while it lasts, with its person and their roles, in one query. */
export async function findPersonOfSession(
  db: Db,
  sessionId: string,
  now: Instant,
): Promise<PersonOfSession | undefined> {
  const today = romeDay(now);
  const row = await PersonRow.query(db)
    .join('sessions', raw("people.person_id = (sessions.data ->> 'personId')::uuid"))
    .where('sessions.sessionId', sessionId)
    .where('sessions.expiresAt', '>', now)
    .select('personId', 'givenName', 'familyName', 'fiscalCode', 'email', 'language')
    .select(raw(membershipsSql, today, today).as('memberships'), 'sessions.data as session')
    .first()
    .castTo<(PersonRow & Pick<Person, 'memberships'> & Pick<PersonOfSession, 'session'>) | undefined>();
  return row && { session: row.session, person: personOf(row) };
}

/** What an identity provider has just said of somebody. `personId` is used when they are new. */
export interface SeenPerson {
  readonly personId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly fiscalCode?: string;
  readonly email?: string;
  /** Whether the provider vouches for the address. */
  readonly emailVerified?: boolean;
  readonly seenAt: Instant;
}

/** Keeps what the provider says now, the person being `issuer` + `subject`; gives their id. */
export async function keepPerson(db: Db, person: SeenPerson): Promise<string> {
  const { personId, issuer, subject, givenName, familyName, fiscalCode = null, email = null, seenAt } = person;
  const kept = await PersonRow.query(db)
    .insert({ personId, issuer, subject, givenName, familyName, fiscalCode, email, createdAt: seenAt, seenAt })
    .onConflict(['issuer', 'subject'])
    .merge(['givenName', 'familyName', 'fiscalCode', 'email', 'seenAt'])
    .returning('personId');
  if (person.emailVerified && email !== null) {
    await vouchForAddress(db, { personId: kept.personId, address: email }, seenAt);
  }
  return kept.personId;
}
