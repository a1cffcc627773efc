/**
 * What differs from copy to copy, one row each: the model, the age, the words, and the arguments for the rows'
 * formats. Values come of the copy's number, so that they are the same in every run.
 *
 * A fifth of the dossiers are of the Region, a twentieth of Bologna, the others of all municipalities. Open ones came
 * in during the last 200 days, others in three years. Giulia, who applies for others, has one in fifty; whoever else
 * applied did so about three times. Few words are frequent, many are rare.
 * @param shares up to which percent a copy is of the first model, and of the second
 */
export function copiesSql(count: number, shares: readonly [number, number]): string {
  return `
CREATE SCHEMA bench;

-- A number from 0 to 1 that belongs to two others.
CREATE FUNCTION bench.part(n bigint, salt bigint) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN
  (hashint8extended(n, salt) & 1048575)::float8 / 1048576;

CREATE FUNCTION bench.word(i int) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  (${syllables})[1 + i % 40] || (${syllables})[1 + (i / 40) % 40] || (${syllables})[1 + (i * 7) % 40] ||
  (${syllables})[1 + (i / 1600) % 40];

-- A UUID of the eighth version (RFC 9562) out of a name.
CREATE FUNCTION bench.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN
  overlay(overlay(md5(name) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid;

CREATE UNLOGGED TABLE bench.bodies AS
  SELECT row_number() OVER (ORDER BY ipa_code) - 1 AS place, body_id, name, ipa_code FROM bodies;

CREATE UNLOGGED TABLE bench.drawn AS
  SELECT n, CASE WHEN bench.part(n, 1) < ${shares[0] / 100} THEN 0 WHEN bench.part(n, 1) < ${shares[1] / 100} THEN 1 ELSE 2 END AS model,
         bench.part(n, 2) AS body, bench.part(n, 3) AS age,
         CASE WHEN n <= 5 THEN -1 WHEN bench.part(n, 4) < 0.02 THEN 0
              ELSE 1 + (bench.part(n, 5) * ${Math.ceil(count / 3)})::int END AS person,
         ARRAY(SELECT bench.word((power(bench.part(n, 10 + k), 3) * 40000)::int) FROM generate_series(1, 8) AS k) AS words
    FROM generate_series(1, ${count}) AS n;

CREATE UNLOGGED TABLE bench.people AS
  SELECT p AS person, bench.id('person' || p) AS person_id, initcap(bench.word(p * 3)) AS family_name,
         upper(translate(left(md5('code' || p), 16), '0123456789', 'ghijklmnop')) AS fiscal_code
    FROM generate_series(1, ${Math.ceil(count / 3) + 1}) AS p
  UNION ALL
  SELECT CASE subject WHEN 'giulia' THEN 0 ELSE -1 END, person_id, family_name, fiscal_code FROM people
   WHERE subject IN ('giulia', 'marco');

CREATE UNLOGGED TABLE bench.copies AS
SELECT n, model, age, words || ARRAY[n::text, lower(family_name)] AS words,
       ARRAY[bench.id('dossier' || n)::text, bench.id('draft' || n)::text, person_id::text, body_id::text, b.name,
             ipa_code || '/' || to_char(now() - age, 'YYYY') || '/' || lpad(n::text, 6, '0'),
             initcap(array_to_string(words, ' ')), family_name, lower(family_name), fiscal_code, lower(fiscal_code)] AS args
  FROM (SELECT n, model, person, words, body,
               make_interval(mins => (age * 1440 * CASE model WHEN 2 THEN 1095 ELSE 200 END)::int) AS age
          FROM bench.drawn) AS d
  JOIN bench.people USING (person)
  JOIN bench.bodies b ON CASE WHEN body < 0.2 THEN ipa_code = 'r_emiro' WHEN body < 0.25 THEN ipa_code = 'c_a944'
         ELSE place = (body * 1000003)::int % (SELECT count(*) FROM bench.bodies) END;
ANALYZE bench.copies;

INSERT INTO search_words SELECT DISTINCT unnest(words) FROM bench.drawn ON CONFLICT DO NOTHING;
`;
}

/** Whoever applied, and everybody's words. */
export const peopleSql = `
INSERT INTO people (person_id, issuer, subject, given_name, family_name, fiscal_code, email, created_at, seen_at)
SELECT person_id, 'bench', person::text, 'Giulia', family_name, fiscal_code, lower(family_name) || '@example.org', now(), now()
  FROM bench.people WHERE person > 0;
INSERT INTO search_words SELECT DISTINCT lower(family_name) FROM bench.people ON CONFLICT DO NOTHING;
`;

const consonants = 'bcdfglmnprstvz';
const syllables = `'{${Array.from({ length: 40 }, (_, at) => `${consonants[at % 14]}${'aeiou'[at % 5]}${at < 14 ? '' : 'nrl'[at % 3]}`).join(',')}}'::text[]`;
