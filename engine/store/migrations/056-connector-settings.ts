import type { Migration } from './migration.ts';

/** What a body sets for the services outside that it asks, each value sealed with the key of the installation. */
export const connectorSettings: Migration = {
  number: 56,
  name: 'connector-settings',
  sql: /* sql */ `
CREATE TABLE connector_settings (
  body_id uuid NOT NULL REFERENCES bodies,
  -- The type, or for one of several services http/<api>.
  connector text NOT NULL,
  name text NOT NULL,
  -- Of engine/connect/seal.ts.
  sealed text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (body_id, connector, name)
);
`,
};
