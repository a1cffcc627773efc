import type { Migration } from './migration.ts';

/**
 * Jobs that were asked for as `create-document` and `send-mail`, and those that became incidents, are calls of a
 * connector. The queue has its tables only in a database that has been used.
 */
export const connectorJobs: Migration = {
  number: 55,
  name: 'connector-jobs',
  sql: /* sql */ `
CREATE FUNCTION connector_call(task text, payload jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT payload || jsonb_build_object(
    'connector', CASE task WHEN 'send-mail' THEN 'send-notice' ELSE task END,
    'elementId', coalesce(
      (SELECT e.data->>'elementId' FROM events e
        WHERE task = 'send-mail' AND e.dossier_id = CAST(payload->>'dossierId' AS uuid) AND e.type = 'notice.issued'
          AND e.data->>'messageId' = payload->>'messageId' LIMIT 1),
      (SELECT w.element_id FROM waits w
        WHERE task = 'create-document' AND w.dossier_id = CAST(payload->>'dossierId' AS uuid)
          AND w.wait_id = payload->>'waitId'),
      ''))
$$;
UPDATE incidents SET payload = connector_call(task, payload), task = 'call-connector'
 WHERE task IN ('create-document', 'send-mail');
DO $$ BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
    INSERT INTO graphile_worker._private_tasks (identifier) VALUES ('call-connector') ON CONFLICT DO NOTHING;
    UPDATE graphile_worker._private_jobs job
       SET payload = connector_call(old.identifier, job.payload::jsonb),
           key = CASE old.identifier
             WHEN 'send-mail' THEN 'send-notice:' || (job.payload->>'dossierId') || ':' || (job.payload->>'messageId')
             ELSE job.key END,
           task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'call-connector')
      FROM graphile_worker._private_tasks old
     WHERE old.id = job.task_id AND old.identifier IN ('create-document', 'send-mail');
  END IF;
END $$;
DROP FUNCTION connector_call(text, jsonb);
`,
};
