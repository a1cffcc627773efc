import type { Migration } from './migration.ts';

/** Typographic signs that a text search parser may take for letters where the locale is C. */
const signs = '’‘‚‛«»‹›“”„‟…–—·•°ºª§€™©®¿¡';

/**
 * Who reads a dossier, in the order of lists, and what they find it by; what lists show, without the snapshot.
 *
 * `iter_italian` takes the stop words away as they are written, with their accents, then the accents, then the endings:
 * after `unaccent` the words *perché* and *più* would be in no list any more.
 */
export const search: Migration = {
  number: 23,
  name: 'search',
  sql: /* sql */ `
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TEXT SEARCH DICTIONARY iter_italian_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = italian, ACCEPT = false);
CREATE TEXT SEARCH CONFIGURATION iter_italian (COPY = pg_catalog.italian);
ALTER TEXT SEARCH CONFIGURATION iter_italian
  ALTER MAPPING FOR asciiword, word, hword, hword_part, asciihword, hword_asciipart
  WITH iter_italian_stop, unaccent, italian_stem;
CREATE TEXT SEARCH CONFIGURATION iter_plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION iter_plain
  ALTER MAPPING FOR asciiword, word, hword, hword_part, asciihword, hword_asciipart WITH unaccent, simple;

CREATE TABLE dossier_readers (
  -- As core/readers.ts writes it.
  reader text NOT NULL,
  -- Whether the dossier has had its answer.
  concluded boolean NOT NULL,
  submitted_at timestamptz NOT NULL,
  dossier_id uuid NOT NULL REFERENCES dossiers,
  body_id uuid NOT NULL,
  PRIMARY KEY (dossier_id, reader)
);
CREATE INDEX dossier_readers_in_order ON dossier_readers (reader, concluded, submitted_at DESC, dossier_id DESC);

CREATE TABLE dossier_words (
  dossier_id uuid NOT NULL REFERENCES dossiers,
  -- As whom one finds it.
  audience text NOT NULL CHECK (audience IN ('office', 'applicant', 'third-parties')),
  body_id uuid NOT NULL,
  readers text[] NOT NULL,
  concluded boolean NOT NULL,
  submitted_at timestamptz NOT NULL,
  -- Of the dossier as it is now, and of every document that came.
  own tsvector NOT NULL,
  files tsvector NOT NULL DEFAULT '',
  words tsvector NOT NULL GENERATED ALWAYS AS (own || files) STORED,
  PRIMARY KEY (dossier_id, audience)
);
CREATE INDEX dossier_words_search ON dossier_words USING gin (readers, words) WITH (gin_pending_list_limit = 512);

-- Every word that was ever written in a dossier, for those who mistype it.
CREATE TABLE search_words (word text PRIMARY KEY);
CREATE INDEX search_words_alike ON search_words USING gin (word gin_trgm_ops);

-- The words most like a mistyped one. Two letters that changed places leave a short word a fifth of its groups of three.
CREATE FUNCTION words_alike(typed text) RETURNS SETOF text LANGUAGE sql STABLE
SET pg_trgm.similarity_threshold = 0.2 AS $$
  SELECT word FROM search_words WHERE word % typed ORDER BY similarity(word, typed) DESC, word LIMIT 60
$$;

-- What dossiers were found by until now.
ALTER TABLE dossiers DROP COLUMN words;

-- What lists show of a dossier beside its other columns.
ALTER TABLE dossiers
  ADD COLUMN terms jsonb NOT NULL GENERATED ALWAYS AS (coalesce(snapshot -> 'terms', '{}')) STORED,
  ADD COLUMN decided_at text GENERATED ALWAYS AS (snapshot -> 'outcome' ->> 'decidedAt') STORED;

INSERT INTO dossier_readers (reader, concluded, submitted_at, dossier_id, body_id)
SELECT DISTINCT readers.reader, closed_at IS NOT NULL OR milestone = 'conclusa', submitted_at, dossier_id, body_id
  FROM dossiers d, LATERAL (
    SELECT 'office:' || body_id || '/' || code FROM jsonb_array_elements_text(snapshot -> 'officeCodes') AS code
    UNION ALL SELECT 'person:' || id FROM unnest(party_ids) AS id
    UNION ALL SELECT 'code:' || code FROM unnest(party_fiscal_codes) AS code WHERE code <> '') AS readers (reader);

-- As near to what the door writes as SQL comes; the next step of a dossier writes it anew.
INSERT INTO dossier_words (dossier_id, audience, body_id, readers, concluded, submitted_at, own, files)
SELECT dossier_id, audience, body_id, readers, concluded, submitted_at,
       to_tsvector('iter_italian', own) || to_tsvector('iter_plain', own),
       to_tsvector('iter_italian', files) || to_tsvector('iter_plain', files)
  FROM (
    SELECT d.dossier_id, a.audience, d.body_id, d.closed_at IS NOT NULL OR d.milestone = 'conclusa' AS concluded,
           d.submitted_at,
           ARRAY(SELECT r.reader FROM dossier_readers r
                  WHERE r.dossier_id = d.dossier_id
                    AND CASE a.audience WHEN 'office' THEN r.reader LIKE 'office:%' ELSE r.reader IN (
                      SELECT 'person:' || (p ->> 'personId') FROM jsonb_array_elements(d.snapshot -> 'parties') p
                       WHERE p ->> 'role' = a.audience
                      UNION SELECT 'code:' || (p ->> 'fiscalCode') FROM jsonb_array_elements(d.snapshot -> 'parties') p
                       WHERE p ->> 'role' = a.audience) END) AS readers,
           translate(lower(concat_ws(' ', d.registration, d.subject, b.name, CASE a.audience WHEN 'office' THEN
             concat_ws(' ', d.applicant_name, array_to_string(d.party_fiscal_codes, ' '),
               (SELECT string_agg(value #>> '{}', ' ')
                  FROM jsonb_path_query(d.snapshot -> 'variables', '$.** ? (@.type() == "string" || @.type() == "number")') AS value))
             END)), '${signs}/_.-', repeat(' ', 40)) AS own,
           translate(lower(coalesce((SELECT string_agg(concat_ws(' ', f.title, f.file_name, f.registration), ' ')
              FROM documents f WHERE f.dossier_id = d.dossier_id AND (a.audience = 'office' OR a.audience = ANY (f.readable_by))), '')),
             '${signs}/_.-', repeat(' ', 40)) AS files
      FROM dossiers d JOIN bodies b USING (body_id),
           (VALUES ('office'), ('applicant'), ('third-parties')) AS a (audience)) AS texts
 WHERE cardinality(readers) > 0;

INSERT INTO search_words (word)
SELECT word FROM ts_stat('SELECT words FROM dossier_words') WHERE word ~ '^[a-z]{4,60}$';
`,
};
