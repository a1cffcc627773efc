import type { Migration } from './migration.ts';

/** What a draft knows beside its answers: what other dossiers and registries say of the person, and why it is corrected. */
export const draftSources: Migration = {
  number: 4,
  name: 'draft-sources',
  sql: /* sql */ `
ALTER TABLE drafts
  ADD COLUMN known jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN reasons jsonb NOT NULL DEFAULT '{}';

-- What a person has sent before is looked through when they fill in the next form.
CREATE INDEX drafts_sent_by_person ON drafts (person_id) WHERE dossier_id IS NOT NULL;
`,
};
