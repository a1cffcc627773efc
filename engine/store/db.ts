import knex, { type Knex } from 'knex';
import { knexSnakeCaseMappers } from 'objection';
import pg from 'pg';

/** A pool of connections, or a transaction on one of them. */
export type Db = Knex;

/**
 * Opens a pool on a PostgreSQL database. Nothing is connected before the first query.
 *
 * Rows come back as JSON has them: instants as ISO strings in UTC, calendar days as `YYYY-MM-DD`, counts as numbers. Built
 * queries name columns as the code does (`dossierId`); plain SQL names them as the database does (`dossier_id`).
 * @param url `postgres://…`
 * @param options.connections the most connections at a time, 10 without it
 */
export function openDatabase(url: string, options: { readonly connections?: number } = {}): Db {
  // Knex's own type of a connection knows `types` only with the parsers of one driver version.
  const connection = { connectionString: url, types: rowTypes, application_name: 'iter' } as Knex.PgConnectionConfig;
  // A failed statement is told without its values: they are people's data, and errors go into the log.
  return knex({
    client: 'pg',
    connection,
    compileSqlOnError: false,
    pool: { min: 0, max: options.connections ?? 10 },
    ...knexSnakeCaseMappers(),
  });
}

const { DATE, INT8, TIMESTAMPTZ } = pg.types.builtins;

/** How values of PostgreSQL are read on our connections; other users of `pg` in the process are not touched. */
export const rowTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value;
    if (oid === TIMESTAMPTZ) return (value: string) => new Date(value).toISOString();
    if (oid === INT8) return Number;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as typeof pg.types.getTypeParser,
};

/** The rows that a plain SQL statement gives. `Row` is what the statement promises to select. */
export async function rowsOf<Row>(
  db: Db,
  sql: string,
  values: Readonly<Record<string, Knex.Value>> = {},
): Promise<readonly Row[]> {
  const result: { rows: Row[] } = await db.raw(sql, values);
  return result.rows;
}
