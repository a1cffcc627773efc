import type { Migration } from './migration.ts';

/** How far the rows of dossiers under way have been brought to the rules by which lists show them. */
export const listRules: Migration = {
  number: 30,
  name: 'list-rules',
  sql: /* sql */ `
CREATE TABLE list_rules (
  -- \`LIST_RULES\` of engine/run/rows.ts.
  rules integer PRIMARY KEY,
  -- All dossiers up to this one follow them.
  through uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  -- When the last one did; null before.
  done_at timestamptz
);
`,
};
