import type { Migration } from './migration.ts';

/**
 * Every answered form as it was sent. Of what was sent before, only applications are known: their drafts hold them. They
 * are carried over without a hash, because no event vouches for them. Answers to tasks and acts were kept nowhere as they
 * were sent, and are not carried: the variables of the dossier may have changed since.
 */
export const submissions: Migration = {
  number: 40,
  name: 'submissions',
  sql: /* sql */ `
CREATE TABLE submissions (
  body_id uuid NOT NULL,
  dossier_id uuid NOT NULL REFERENCES dossiers,
  -- Of the event that records it.
  sequence integer NOT NULL CHECK (sequence > 0),
  kind text NOT NULL,
  element_id text NOT NULL,
  -- The task or act, where an element is reached several times; null for an application.
  wait_id text,
  -- Whose form it is: the procedure of the dossier, or one that it has called.
  procedure_id text NOT NULL,
  procedure_version integer NOT NULL,
  form_id text NOT NULL,
  answers jsonb NOT NULL,
  -- What the expressions of the form read beside the answers.
  context jsonb NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  -- As its event has it; null for an application that was carried over from its draft.
  hash text,
  PRIMARY KEY (body_id, dossier_id, sequence)
);
CREATE INDEX submissions_of_dossier ON submissions (dossier_id);

WITH starts AS (
  SELECT procedure_id, version, substring(files ->> 'procedure.bpmn' FROM
           '<(?:\\w+:)?startEvent [^>]*[^/]>(?:(?!</(?:\\w+:)?startEvent>).)*?formDefinition formId="([^"]+)"') AS form_id
    FROM procedure_versions)
INSERT INTO submissions (body_id, dossier_id, sequence, kind, element_id, procedure_id, procedure_version, form_id,
  answers, context, author, at)
SELECT d.body_id, d.dossier_id, e.sequence, 'application', s.form_id, d.procedure_id, d.procedure_version, s.form_id,
       draft.answers, '{}', e.actor, e.at
  FROM dossiers d
  JOIN drafts draft USING (dossier_id)
  JOIN events e ON e.dossier_id = d.dossier_id AND e.type = 'application.submitted'
  JOIN starts s ON s.procedure_id = d.procedure_id AND s.version = d.procedure_version
 WHERE s.form_id IS NOT NULL;

CREATE TRIGGER submissions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submissions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE submissions ENABLE ALWAYS TRIGGER submissions_append_only;
`,
};
