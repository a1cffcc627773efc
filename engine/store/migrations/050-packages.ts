import type { Migration } from './migration.ts';

/**
 * Packages that analysts draw, every change to a file of theirs, which of them became a version, and procedures that take
 * no more applications. A package belongs to a body; an id of a procedure is drawn in one package only.
 */
export const packages: Migration = {
  number: 50,
  name: 'packages',
  sql: /* sql */ `
ALTER TABLE bodies ADD COLUMN four_eyes boolean NOT NULL DEFAULT false;
ALTER TABLE procedures ADD COLUMN retired_at timestamptz;

CREATE TABLE packages (
  package_id uuid PRIMARY KEY,
  body_id uuid NOT NULL REFERENCES bodies,
  procedure_id text NOT NULL UNIQUE,
  revision integer NOT NULL CHECK (revision > 0),
  created_at timestamptz NOT NULL,
  checked_revision integer,
  errors integer,
  warnings integer
);
CREATE INDEX packages_by_body ON packages (body_id);

CREATE TABLE package_changes (
  package_id uuid NOT NULL REFERENCES packages,
  revision integer NOT NULL CHECK (revision > 0),
  path text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('created', 'written', 'deleted', 'renamed', 'restored')),
  content text,
  person_id uuid,
  author text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (package_id, path, revision)
);
CREATE TRIGGER package_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON package_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE package_changes ENABLE ALWAYS TRIGGER package_changes_append_only;

CREATE TABLE package_publications (
  procedure_id text NOT NULL,
  version integer NOT NULL,
  package_id uuid NOT NULL REFERENCES packages,
  revision integer NOT NULL,
  person_id uuid,
  author text NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (procedure_id, version),
  FOREIGN KEY (procedure_id, version) REFERENCES procedure_versions
);
CREATE TRIGGER package_publications_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON package_publications
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE package_publications ENABLE ALWAYS TRIGGER package_publications_append_only;
`,
};
