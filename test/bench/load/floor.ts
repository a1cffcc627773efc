import pg from 'pg';
import { allBodies } from '../../../engine/store/wall.ts';

/** What one transaction of the door wrote, as texts that PostgreSQL reads again. */
export interface Written {
  readonly dossierId: string;
  /** What became the dossier. */
  readonly draftId: string | undefined;
  /** New rows, the dossier first. */
  readonly tables: readonly { readonly table: string; readonly rows: readonly WrittenRow[] }[];
}

type WrittenRow = Readonly<Record<string, string | null>>;

/** Values come and go as PostgreSQL writes them; nothing is read on the way. */
const asText = { getTypeParser: () => (value: string | null) => value };

/** Reads what the door wrote for each of some dossiers, one transaction each. */
export async function writtenFor(url: string, dossierIds: readonly string[]): Promise<readonly Written[]> {
  const client = new pg.Client({ connectionString: url, types: asText, options: allBodies });
  await client.connect();
  try {
    const tables = await tablesOf(client);
    const written: Written[] = [];
    for (const id of dossierIds) written.push(await rowsOfDossier(client, tables, id));
    return written;
  } finally {
    await client.end();
  }
}

interface Table {
  readonly name: string;
  readonly columns: string;
  /** Which of its rows belong to dossier $1. */
  readonly where: string;
}

const queue = 'graphile_worker._private_jobs';

/** Every table whose rows name their dossier, the dossiers themselves first; then keys and jobs. */
async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string; named: string }>(
    `SELECT CASE table_schema WHEN 'public' THEN table_name ELSE table_schema || '.' || table_name END AS name,
            string_agg(quote_ident(column_name), ', ')
              FILTER (WHERE is_generated = 'NEVER' AND identity_generation IS DISTINCT FROM 'ALWAYS') AS columns,
            bool_or(column_name = 'dossier_id')::text AS named
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_type = 'BASE TABLE' AND (table_schema = 'public' OR table_name = '_private_jobs')
        AND table_name NOT IN ('drafts', 'uploads')
      GROUP BY table_schema, table_name ORDER BY table_name <> 'dossiers', 1`,
  );
  return rows.flatMap(({ name, columns, named }) => {
    if (named === 'true') return [{ name, columns, where: 'dossier_id = $1::uuid' }];
    if (name === 'commands') return [{ name, columns, where: `answer->>'dossierId' = $1::text` }];
    return name === queue ? [{ name, columns, where: `payload->>'dossierId' = $1::text` }] : [];
  });
}

async function rowsOfDossier(client: pg.Client, tables: readonly Table[], id: string): Promise<Written> {
  const found = [];
  for (const { name, columns, where } of tables) {
    const { rows } = await client.query<WrittenRow>(`SELECT ${columns} FROM ${name} WHERE ${where}`, [id]);
    if (rows.length > 0) found.push({ table: name, rows });
  }
  const draft = await client.query<{ draft_id: string }>('SELECT draft_id FROM drafts WHERE dossier_id = $1', [id]);
  return { dossierId: id, draftId: draft.rows[0]?.draft_id, tables: found };
}

/**
 * A bare loop on the driver: it writes rows that are known before, one transaction for each dossier, and does nothing
 * else.
 */
export interface Floor {
  write(written: Written): Promise<void>;
  stop(): Promise<void>;
}

/** Opens it with a connection for each client. */
export function aFloor(url: string, clients: number): Floor {
  const pool = new pg.Pool({ connectionString: url, max: clients, idleTimeoutMillis: 0 });
  const closed: Promise<unknown>[] = [];
  pool.on('connect', (client) => closed.push(new Promise((resolve) => client.once('end', resolve))));
  const stop = async (): Promise<void> => {
    await pool.end();
    // The pool says that it has ended before its connections have: the database, stopped meanwhile, would break them
    // off.
    await Promise.all(closed);
  };
  return { write: (written) => writeAll(pool, written), stop };
}

/** One prepared INSERT for each table, the register's next number, and the draft that became a dossier. */
async function writeAll(pool: pg.Pool, { dossierId, draftId, tables }: Written): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query({ name: 'floor-counter', text: counterSql, values: [tables[0]?.rows[0]?.['body_id']] });
    for (const { table, rows } of tables) await client.query(insertOf(table, rows));
    await client.query({ name: 'floor-draft', text: draftSql, values: [dossierId, draftId] });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

const counterSql = `INSERT INTO registration_counters AS c (body_id, year, last) VALUES ($1, extract(year FROM now()), 1)
  ON CONFLICT (body_id, year) DO UPDATE SET last = c.last + 1 RETURNING last`;

const draftSql = 'UPDATE drafts SET dossier_id = $1 WHERE draft_id = $2';

function insertOf(table: string, rows: readonly WrittenRow[]): pg.QueryConfig {
  const columns = Object.keys(rows[0] ?? {});
  const tuple = (index: number): string =>
    `(${columns.map((_, column) => `$${index * columns.length + column + 1}`).join(', ')})`;
  return {
    name: `floor-${table}-${rows.length}`,
    text: `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES ${rows.map((_, index) => tuple(index)).join(', ')}`,
    values: rows.flatMap((row) => columns.map((column) => row[column])),
  };
}
