import type { Migration } from './migration.ts';

/** What the services of the catalogue are found by; a word of the title counts more than one of the description. */
export const catalogueSearch: Migration = {
  number: 25,
  name: 'catalogue-search',
  sql: /* sql */ `
CREATE TABLE procedure_words (
  procedure_id text PRIMARY KEY REFERENCES procedures,
  words tsvector NOT NULL
);
CREATE INDEX procedure_words_search ON procedure_words USING gin (words);

-- As near to what publishing writes as SQL comes.
INSERT INTO procedure_words (procedure_id, words)
SELECT procedure_id,
       setweight(to_tsvector('iter_italian', head) || to_tsvector('iter_plain', head), 'A') ||
       setweight(to_tsvector('iter_italian', card) || to_tsvector('iter_plain', card), 'C')
  FROM (SELECT p.procedure_id, translate(v.files ->> 'service.json', '’‘«»“”', '      ')::jsonb ->> 'title' AS head,
               translate(v.files ->> 'service.json', '’‘«»“”', '      ') AS card
          FROM procedures p
          JOIN procedure_versions v ON v.procedure_id = p.procedure_id AND v.version = p.current_version
         WHERE jsonb_exists(v.files, 'service.json')) AS cards;
`,
};
