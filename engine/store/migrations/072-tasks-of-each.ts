import type { Migration } from './migration.ts';

/**
 * Several tasks of one element: what each is about, and by which keys the one person is known that it is for. Null: for
 * all whom it could be for. The queue knows it without reading the row.
 */
export const tasksOfEach: Migration = {
  number: 72,
  name: 'tasks-of-each',
  sql: /* sql */ `
ALTER TABLE tasks ADD COLUMN about text, ADD COLUMN only_for text[];

DROP INDEX tasks_queue, tasks_queue_by_opening;
CREATE INDEX tasks_queue ON tasks (office_body_id, office_code, role, sort_on, opened_at, task_id)
  INCLUDE (body_id, only_for) WHERE state = 'open' AND audience = 'office';
CREATE INDEX tasks_queue_by_opening ON tasks (office_body_id, office_code, role, opened_at, task_id)
  INCLUDE (body_id, only_for) WHERE state = 'open' AND audience = 'office';
`,
};
