import { demoBodies, demoPeople } from '../core/demo.ts';
import type { Instant } from '../kernel/types.ts';
import { rowsOf, type Db } from './db.ts';
import { keepRoles } from './organisation/staff.ts';
import { keepPerson } from './tables/people.ts';
import { sha256 } from './sha256.ts';
import { bodiesOf, standardOffices } from './seed/bodies.ts';
import { parseMunicipalities, readMunicipalityLists } from './seed/municipalities.ts';

/** Grows when this file makes other rows from the same lists. */
const FORM = 3;

/** Loads bodies, offices and municipalities, once for every form of the lists. */
export async function seedTerritory(db: Db, now: Instant): Promise<void> {
  const lists = await readMunicipalityLists();
  const contentHash = sha256(`${FORM}\n${lists.existing}\n${lists.history}`);
  const [done] = await rowsOf<{ content_hash: string }>(db, `SELECT content_hash FROM seeds WHERE name = 'territory'`);
  if (done?.content_hash === contentHash) return;
  const municipalities = parseMunicipalities(lists);
  await db.transaction(async (transaction) => {
    const values = { municipalities: JSON.stringify(municipalities), bodies: JSON.stringify(bodiesOf(municipalities)) };
    await rowsOf(transaction, municipalitiesSql, { municipalities: values.municipalities });
    await rowsOf(transaction, bodiesSql, { bodies: values.bodies, offices: JSON.stringify(standardOffices) });
    await rowsOf(transaction, leaderSql);
    await rowsOf(
      transaction,
      `INSERT INTO seeds (name, content_hash, applied_at) VALUES ('territory', :contentHash, :now)
       ON CONFLICT (name) DO UPDATE SET content_hash = excluded.content_hash, applied_at = excluded.applied_at`,
      { contentHash, now },
    );
  });
}

/** A name that has gone from the lists goes from the table; nothing refers to its rows. */
const municipalitiesSql = `
WITH listed AS (
  SELECT * FROM jsonb_to_recordset(CAST(:municipalities AS jsonb)) AS m("istatCode" text, name text, province text,
    "regionCode" text, "cadastralCode" text, "validFrom" date, "validTo" date)),
gone AS (
  DELETE FROM municipalities WHERE NOT EXISTS (
    SELECT 1 FROM listed WHERE "istatCode" = municipalities.istat_code AND listed.name = municipalities.name))
INSERT INTO municipalities (istat_code, name, province, region_code, cadastral_code, valid_from, valid_to)
SELECT "istatCode", name, province, "regionCode", "cadastralCode", "validFrom", "validTo" FROM listed
ON CONFLICT (istat_code, name) DO UPDATE SET province = excluded.province, region_code = excluded.region_code,
  cadastral_code = excluded.cadastral_code, valid_from = excluded.valid_from, valid_to = excluded.valid_to`;

const bodiesSql = `
WITH listed AS (
  SELECT * FROM jsonb_to_recordset(CAST(:bodies AS jsonb)) AS b("bodyId" uuid, name text, kind text, "ipaCode" text,
    "istatCode" text, province text)),
kept AS (
  INSERT INTO bodies (body_id, name, kind, ipa_code, istat_code, province)
  SELECT "bodyId", name, kind, "ipaCode", "istatCode", province FROM listed
  ON CONFLICT (body_id) DO UPDATE SET name = excluded.name, istat_code = excluded.istat_code, province = excluded.province)
INSERT INTO offices (body_id, code, name)
SELECT listed."bodyId", o.code, o.name
  FROM listed, jsonb_to_recordset(CAST(:offices AS jsonb)) AS o(code text, name text)
ON CONFLICT (body_id, code) DO NOTHING`;

/** The Region leads, where no other body does. */
const leaderSql = `
UPDATE bodies SET leads = true WHERE ipa_code = 'r_emiro' AND NOT EXISTS (SELECT 1 FROM bodies WHERE leads)`;

/**
 * Lets the demo people in, with their roles. Never called in production.
 * @param issuer of the local identity provider, by which they will sign in
 */
export async function seedDemo(
  db: Db,
  at: { readonly issuer: string; readonly now: Instant; readonly newId: () => string },
): Promise<void> {
  await db.transaction(async (transaction) => {
    for (const person of demoPeople) {
      const { fiscalCode, givenName, familyName, email } = person;
      await keepPerson(transaction, {
        personId: at.newId(),
        issuer: at.issuer,
        subject: person.username,
        givenName,
        familyName,
        ...(fiscalCode === undefined ? {} : { fiscalCode }),
        email,
        emailVerified: true,
        seenAt: at.now,
      });
      if (fiscalCode === undefined) continue;
      const roles = demoBodies.flatMap((ipaCode) =>
        person.offices.map((office) => ({
          fiscalCode,
          givenName,
          familyName,
          email,
          ipaCode,
          ...office,
          firstOn: '2000-01-01',
        })),
      );
      await keepRoles(transaction, roles);
    }
  });
}
