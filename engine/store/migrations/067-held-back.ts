import type { Migration } from './migration.ts';

/** The files of the product that a start did not publish, because an analyst has published the procedure anew. */
export const heldBack: Migration = {
  number: 67,
  name: 'held back',
  sql: /* sql */ `
ALTER TABLE procedures ADD COLUMN held_hash text, ADD COLUMN held_at timestamptz;
`,
};
