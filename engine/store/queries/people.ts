import type { Membership, Role } from '../../core/actor.ts';
import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';

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
  readonly memberships: readonly NamedMembership[];
}

interface PersonRow {
  readonly person_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly fiscal_code: string | null;
  readonly email: string | null;
  readonly memberships: readonly NamedMembership[];
}

/** The person with their roles in offices, in one query; undefined when there is none. */
export async function findPerson(db: Db, personId: string): Promise<Person | undefined> {
  const [row] = await rowsOf<PersonRow>(
    db,
    `SELECT p.person_id, p.given_name, p.family_name, p.fiscal_code, p.email,
            coalesce((SELECT jsonb_agg(jsonb_build_object(
                'bodyId', m.body_id, 'bodyName', b.name, 'officeCode', m.office_code, 'officeName', o.name, 'role', m.role)
                ORDER BY b.name, m.office_code, m.role)
              FROM memberships m
              JOIN bodies b USING (body_id)
              JOIN offices o ON o.body_id = m.body_id AND o.code = m.office_code
              WHERE m.person_id = p.person_id), '[]') AS memberships
       FROM people p
      WHERE p.person_id = :personId`,
    { personId },
  );
  if (row === undefined) return undefined;
  return {
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    ...(row.fiscal_code === null ? {} : { fiscalCode: row.fiscal_code }),
    ...(row.email === null ? {} : { email: row.email }),
    memberships: row.memberships.map((membership) => ({ ...membership, role: roleOf(membership.role) })),
  };
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
  readonly seenAt: Instant;
}

/** Keeps what the provider says now, the person being `issuer` + `subject`; gives their id. */
export async function keepPerson(db: Db, person: SeenPerson): Promise<string> {
  const [row] = await rowsOf<{ person_id: string }>(
    db,
    `INSERT INTO people (person_id, issuer, subject, given_name, family_name, fiscal_code, email, created_at, seen_at)
     VALUES (:personId, :issuer, :subject, :givenName, :familyName, :fiscalCode, :email, :seenAt, :seenAt)
     ON CONFLICT (issuer, subject) DO UPDATE
        SET given_name = excluded.given_name, family_name = excluded.family_name, fiscal_code = excluded.fiscal_code,
            email = excluded.email, seen_at = excluded.seen_at
     RETURNING person_id`,
    { ...person, fiscalCode: person.fiscalCode ?? null, email: person.email ?? null },
  );
  if (row === undefined) throw new Error('INSERT … RETURNING gave no row');
  return row.person_id;
}

/** Columns hold what the seed wrote; a role that the program does not know grants nothing anywhere. */
function roleOf(text: string): Role {
  return text as Role;
}
