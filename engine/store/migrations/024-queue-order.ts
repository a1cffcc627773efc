import type { Migration } from './migration.ts';

/**
 * The queue is read in its order from an index for each office and role: by the day on which something is due, or by the
 * opening.
 */
export const queueOrder: Migration = {
  number: 24,
  name: 'queue-order',
  sql: /* sql */ `
ALTER TABLE tasks
  ADD COLUMN procedure_id text,
  -- The day by which it is sorted: its own, else that of the term; without any it comes last.
  ADD COLUMN sort_on date NOT NULL GENERATED ALWAYS AS (coalesce(due_on, deadline_on, 'infinity'::date)) STORED;
UPDATE tasks SET procedure_id = d.procedure_id FROM dossiers d WHERE d.dossier_id = tasks.dossier_id;
ALTER TABLE tasks ALTER COLUMN procedure_id SET NOT NULL;

DROP INDEX tasks_queue, tasks_queue_by_opening;
CREATE INDEX tasks_queue ON tasks (body_id, office_code, role, sort_on, opened_at, task_id)
  WHERE state = 'open' AND audience = 'office';
CREATE INDEX tasks_queue_by_opening ON tasks (body_id, office_code, role, opened_at, task_id)
  WHERE state = 'open' AND audience = 'office';
CREATE INDEX tasks_open_of_dossier ON tasks (dossier_id) WHERE state = 'open';
CREATE INDEX tasks_in_hand ON tasks (claimed_by) WHERE state = 'open' AND claimed_by IS NOT NULL;
`,
};
