import type { Migration } from './migration.ts';

/**
 * Bodies, offices and people as they are administered: with the last day of each, and the roles of people by their fiscal
 * code, so that they can be given before somebody signs in.
 */
export const organisation: Migration = {
  number: 46,
  name: 'organisation',
  sql: /* sql */ `
ALTER TABLE bodies DROP CONSTRAINT bodies_kind_check;
ALTER TABLE bodies ADD CONSTRAINT bodies_kind_check
  CHECK (kind IN ('region', 'province', 'municipality', 'union', 'health-authority', 'agency', 'state', 'other'));
-- The last day on which one applies to it, or on which it is given tasks.
ALTER TABLE bodies ADD COLUMN last_on date;
ALTER TABLE offices ADD COLUMN last_on date;

-- Who works for a body, as it has named them.
CREATE TABLE staff (
  fiscal_code text PRIMARY KEY,
  given_name text NOT NULL,
  family_name text NOT NULL,
  email text
);
INSERT INTO staff (fiscal_code, given_name, family_name, email)
SELECT DISTINCT ON (fiscal_code) fiscal_code, given_name, family_name, email
  FROM people JOIN memberships USING (person_id) WHERE fiscal_code <> '' ORDER BY fiscal_code, seen_at DESC;

ALTER TABLE memberships RENAME TO earlier_memberships;
ALTER TABLE earlier_memberships RENAME CONSTRAINT memberships_pkey TO earlier_memberships_pkey;
CREATE TABLE memberships (
  fiscal_code text NOT NULL REFERENCES staff,
  body_id uuid NOT NULL,
  office_code text NOT NULL,
  role text NOT NULL,
  first_on date NOT NULL,
  last_on date CHECK (last_on >= first_on),
  PRIMARY KEY (fiscal_code, body_id, office_code, role, first_on),
  FOREIGN KEY (body_id, office_code) REFERENCES offices
);
CREATE INDEX memberships_of_office ON memberships (body_id, office_code);
INSERT INTO memberships (fiscal_code, body_id, office_code, role, first_on)
SELECT DISTINCT fiscal_code, body_id, office_code, role, '2000-01-01'::date
  FROM people JOIN earlier_memberships USING (person_id) WHERE fiscal_code <> '';
DROP TABLE earlier_memberships;
`,
};
