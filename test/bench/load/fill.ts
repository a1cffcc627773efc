import pg from 'pg';
import { personNamed } from '../../../engine/core/scenario/people.ts';
import { bodyIdOf } from '../../../engine/store/seed/bodies.ts';
import { anApplication } from '../../support/application.ts';
import { copiesSql, peopleSql } from './copies.ts';
import { makeModels, models } from './models.ts';
import type { BenchPlace } from './place.ts';

/**
 * Fills a place with dossiers: copies of a few that the door has made, with everything that they wrote, for other
 * bodies, people, numbers, days and words. The record of a copy does not verify. The same size gives the same dossiers.
 */
export async function fill(place: BenchPlace, count: number): Promise<void> {
  const ids = await makeModels(place);
  const clients = await Promise.all([1, 2].map(() => aWriter(place.ownerUrl)));
  const [client] = clients;
  if (client === undefined) return;
  try {
    await hurry(client, true);
    await client.query(copiesSql(count, [models[0].percent, models[0].percent + models[1].percent]));
    await client.query(peopleSql);
    const tables = await tablesOf(client);
    const indexes = await indexesOf(client, tables);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    const tokens = await tokensOf(client);
    const inserts: string[] = [];
    for (const [model, id] of ids.entries())
      for (const table of tables) inserts.push(...(await insertsOf(client, { table, model, id, tokens })));
    await inTurn(clients, inserts);
    await inTurn(
      clients,
      indexes.map(({ definition }) => definition),
    );
    await client.query('DROP SCHEMA bench CASCADE');
    await hurry(client, false);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    for (const one of clients) await one.end();
  }
}

/** A connection that checks no references and waits for no disk. */
async function aWriter(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`,
  );
  return client;
}

const hasty = { max_wal_size: '8GB', fsync: 'off', full_page_writes: 'off', autovacuum: 'off' };

/** Lets the whole server hurry, or work again as people have it. */
async function hurry(client: pg.Client, isOn: boolean): Promise<void> {
  for (const [name, value] of Object.entries(hasty))
    await client.query(isOn ? `ALTER SYSTEM SET ${name} = '${value}'` : `ALTER SYSTEM RESET ${name}`);
  await client.query('SELECT pg_reload_conf()');
}

/** Each connection takes the next statement when it has done one. */
async function inTurn(clients: readonly pg.Client[], statements: readonly string[]): Promise<void> {
  const queue = [...statements];
  const lane = async (client: pg.Client): Promise<void> => {
    for (let sql = queue.shift(); sql !== undefined; sql = queue.shift()) await client.query(sql);
  };
  await Promise.all(clients.map(lane));
}

interface Table {
  readonly name: string;
  /** Which of its rows belong to dossier $1. */
  readonly where: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Every table whose rows name their dossier, and the keys of commands. */
async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT table_name AS name,
            CASE table_name WHEN 'commands' THEN 'answer->>''dossierId'' = $1' ELSE 'dossier_id::text = $1' END AS where,
            json_agg(json_build_object('name', column_name, 'type', data_type) ORDER BY ordinal_position)
              FILTER (WHERE is_generated = 'NEVER' AND identity_generation IS DISTINCT FROM 'ALWAYS') AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_type = 'BASE TABLE' AND table_schema = 'public'
      GROUP BY table_name HAVING bool_or(column_name = 'dossier_id') OR table_name = 'commands'
      ORDER BY table_name <> 'dossiers', 1`,
  );
  return rows;
}

interface Index {
  readonly name: string;
  readonly definition: string;
}

/** The indexes that are sooner made over full tables. */
async function indexesOf(client: pg.Client, tables: readonly Table[]): Promise<readonly Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
       FROM pg_index WHERE NOT indisunique AND indrelid = ANY ($1::regclass[])`,
    [tables.map(({ name }) => name)],
  );
  return rows;
}

/** What of a model's rows is another thing in each copy, and the number of the argument that takes its place. */
type Tokens = readonly (readonly [token: string, argument: number])[];

async function tokensOf(client: pg.Client): Promise<Tokens> {
  const { rows } = await client.query<{ personId: string; bodyName: string }>(
    `SELECT (SELECT person_id FROM people WHERE subject = 'giulia') AS "personId",
            (SELECT name FROM bodies WHERE ipa_code = 'r_emiro') AS "bodyName"`,
  );
  const { familyName, fiscalCode = '' } = personNamed('giulia');
  const year = new Date().getFullYear();
  return [
    [rows[0]?.personId ?? '', 3],
    [bodyIdOf('r_emiro'), 4],
    [rows[0]?.bodyName ?? '', 5],
    // The numbers of the models have one digit.
    [`r_emiro/${year}/000000`, 6],
    [String(anApplication('giulia', '')['oggetto']), 7],
    [familyName, 8],
    [familyName.toLowerCase(), 9],
    [fiscalCode, 10],
    [fiscalCode.toLowerCase(), 11],
  ];
}

interface Copied {
  readonly table: Table;
  readonly model: number;
  readonly id: string;
  readonly tokens: Tokens;
}

/** A statement for each row that a model has in a table: it writes the row of every copy. */
async function insertsOf(client: pg.Client, { table, model, id, tokens }: Copied): Promise<readonly string[]> {
  const { rows } = await client.query<{ row: string }>(
    `SELECT to_jsonb(t)::text AS row FROM ${table.name} t WHERE ${table.where}`,
    [id],
  );
  const columns = table.columns.map(({ name }) => name).join(', ');
  return rows.map(({ row }, index) => {
    const values = table.columns.map((column) => valueOf(table.name, column, index)).join(', ');
    return `INSERT INTO ${table.name} (${columns}) SELECT ${values}
      FROM bench.copies c CROSS JOIN LATERAL
        jsonb_populate_record(NULL::${table.name}, format(${quoted(templateOf(row, [[id, 1], ...tokens]))}, VARIADIC c.args)::jsonb) r
     WHERE c.model = ${model}`;
  });
}

/** A row as a format, with the arguments of a copy in it. */
function templateOf(row: string, tokens: Tokens): string {
  return tokens.reduce(
    (text, [token, argument]) => text.replaceAll(token, `%${argument}$s`),
    row.replaceAll('%', '%%'),
  );
}

function valueOf(table: string, { name, type }: Table['columns'][number], index: number): string {
  if (table === 'dossier_words' && name === 'own') return 'r.own || array_to_tsvector(c.words)';
  if (table === 'commands' && name === 'key') return `c.args[1] || '-${index}'`;
  if (table === 'drafts' && name === 'draft_id') return 'c.args[2]::uuid';
  if (type === 'timestamp with time zone') return `r.${name} - c.age`;
  if (type === 'date') return `(r.${name} - c.age)::date`;
  return `r.${name}`;
}

const quoted = (text: string): string => pg.escapeLiteral(text);
