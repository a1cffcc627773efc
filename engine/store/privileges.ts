import type pg from 'pg';

/** Tables that only the owner writes: which migrations were applied, of ours and of the queue. */
const READ_ONLY = 'migrations';

/**
 * Gives the role of the engine what it needs on every table there is, and takes everything else: reading and adding on
 * append-only tables, reading on the lists of migrations, all four on the others, nothing that changes a table. What is
 * append-only is told by the trigger that refuses changes, so that a table is in no list that could be forgotten.
 * Functions stay open to all, as PostgreSQL makes them: each works with the rights of who calls it. Identity columns
 * need no right on their sequence.
 *
 * All of it happens at once: nobody sees the role without its rights. Nothing happens for the role that owns the
 * tables.
 * @param client connected as the owner
 */
export async function grantPrivileges(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(statementsSql, [role]);
  await client.query('BEGIN');
  try {
    for (const { statement } of rows) await client.query(statement);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

const ours = `('public'::regnamespace, 'graphile_worker'::regnamespace)`;

const isAppendOnly = `EXISTS (
  SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = to_regproc('public.refuse_change'))`;

/** Tables and views that no extension brought. */
const tablesSql = `
  SELECT c.oid, c.relname, c.relkind, c.relowner, c.relrowsecurity, ${isAppendOnly} AS append_only
    FROM pg_class c
   WHERE c.relnamespace IN ${ours} AND c.relkind IN ('r', 'p', 'v')
     AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`;

// The queue closes its tables row by row to everybody but their owner. The privileges decide who comes so far.
const statementsSql = `
WITH tables AS (${tablesSql}), statements (place, statement) AS (
  SELECT 1, format('REVOKE ALL ON %s FROM PUBLIC, %I', oid::regclass, $1::text) FROM tables
  UNION ALL SELECT 2, format('GRANT %s ON %s TO %I',
    CASE WHEN relname = '${READ_ONLY}' OR relkind = 'v' THEN 'SELECT' WHEN append_only THEN 'SELECT, INSERT'
      ELSE 'SELECT, INSERT, UPDATE, DELETE' END, oid::regclass, $1::text) FROM tables
  UNION ALL SELECT 3, format('CREATE POLICY iter_privileges_decide ON %s USING (true) WITH CHECK (true)', oid::regclass)
    FROM tables WHERE relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = tables.oid)
  UNION ALL SELECT 4, format('REVOKE CREATE ON SCHEMA %s FROM PUBLIC, %I', oid::regnamespace, $1::text)
    FROM pg_namespace WHERE oid IN ${ours}
  UNION ALL SELECT 5, format('GRANT USAGE ON SCHEMA %s TO %I', oid::regnamespace, $1::text)
    FROM pg_namespace WHERE oid IN ${ours}
  UNION ALL SELECT 6, format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC, %I', current_database(), $1::text))
SELECT statement FROM statements WHERE $1::text <> current_user ORDER BY place, statement`;

/** What a role may do that the engine never needs. */
export type Excess = 'superuser' | 'makes-roles' | 'owner' | 'creates' | 'changes-records';

/** What the role that is connected may do beyond what the engine needs; empty when all is well. */
export async function excessOf(client: pg.Client): Promise<readonly Excess[]> {
  const { rows } = await client.query<{ excess: Excess }>(excessSql);
  return rows.map(({ excess }) => excess);
}

const excessSql = `
WITH role AS (SELECT * FROM pg_roles WHERE rolname = current_user),
tables AS (SELECT c.*, ${isAppendOnly} AS append_only FROM pg_class c
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN
              (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'graphile_worker')))
SELECT excess FROM (
  SELECT 1 AS place, 'superuser' AS excess FROM role WHERE rolsuper
  UNION ALL SELECT 2, 'makes-roles' FROM role WHERE rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication
  UNION ALL SELECT 3, 'owner' WHERE EXISTS (SELECT 1 FROM tables WHERE pg_has_role(relowner, 'MEMBER'))
  UNION ALL SELECT 4, 'creates' WHERE has_database_privilege(current_database(), 'CREATE')
    OR has_schema_privilege('public', 'CREATE')
  UNION ALL SELECT 5, 'changes-records' WHERE EXISTS (
    SELECT 1 FROM tables WHERE has_table_privilege(oid, 'TRUNCATE, TRIGGER')
        OR (append_only AND (has_table_privilege(oid, 'UPDATE, DELETE') OR has_any_column_privilege(oid, 'UPDATE')))))
  AS found ORDER BY place`;
