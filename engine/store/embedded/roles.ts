import type pg from 'pg';

/** The role with which the engine works on its own database. The one that owns it, `iter`, only migrates it. */
export const appRole = 'iter_app';

/** Any number; it only has to be the same in all processes of Iter. */
const ROLE_LOCK = 4_281_774;

/**
 * Makes the role of the engine, or gives it back the password and the attributes that it must have. Rights on tables
 * come with `migrate`. Processes that start together wait for each other.
 * @param client connected to the database `postgres` as a superuser
 */
export async function makeAppRole(client: pg.Client, password: string): Promise<void> {
  const attributes = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION
    PASSWORD ${client.escapeLiteral(password)}`;
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock($1)', [ROLE_LOCK]);
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appRole]);
  await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${appRole} ${attributes}`);
  await client.query('COMMIT');
}
