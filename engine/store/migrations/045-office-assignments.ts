import type { Migration } from './migration.ts';

/**
 * Which office plays a role of a procedure for a body, from a day on; the office may be of another body. A task belongs to
 * an office of a body that need not be that of its dossier.
 */
export const officeAssignments: Migration = {
  number: 45,
  name: 'office-assignments',
  sql: /* sql */ `
CREATE TABLE office_assignments (
  body_id uuid NOT NULL REFERENCES bodies,
  procedure_id text NOT NULL,
  role text NOT NULL,
  first_on date NOT NULL,
  -- The last day on which it holds; until further notice without one.
  last_on date CHECK (last_on >= first_on),
  office_body_id uuid NOT NULL,
  office_code text NOT NULL,
  PRIMARY KEY (body_id, procedure_id, role, first_on),
  FOREIGN KEY (office_body_id, office_code) REFERENCES offices
);

ALTER TABLE tasks ADD COLUMN office_body_id uuid;
UPDATE tasks SET office_body_id = body_id WHERE audience = 'office';
ALTER TABLE tasks ADD CHECK ((audience = 'office') = (office_body_id IS NOT NULL));

DROP INDEX tasks_queue, tasks_queue_by_opening;
CREATE INDEX tasks_queue ON tasks (office_body_id, office_code, role, sort_on, opened_at, task_id)
  WHERE state = 'open' AND audience = 'office';
CREATE INDEX tasks_queue_by_opening ON tasks (office_body_id, office_code, role, opened_at, task_id)
  WHERE state = 'open' AND audience = 'office';
`,
};
