import type { Migration } from './migration.ts';

/** Two people may write in the same task of the parties: each goes on from their own answers. */
export const answersOfEach: Migration = {
  number: 91,
  name: 'answers-of-each',
  sql: /* sql */ `
ALTER TABLE task_answers DROP CONSTRAINT task_answers_pkey,
  ADD PRIMARY KEY (body_id, dossier_id, task_id, person_id);
`,
};
