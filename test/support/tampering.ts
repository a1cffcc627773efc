import { rowsOf, type Db } from '../../engine/store/db.ts';

/** The triggers by which the database guards what is append-only, and the tables that they guard. */
const guardsSql = `
SELECT t.tgname AS guard, t.tgrelid::regclass::text AS table
  FROM pg_trigger t WHERE t.tgfoid = 'public.refuse_change'::regproc`;

const guardsOf = (owner: Db) => rowsOf<{ guard: string; table: string }>(owner, guardsSql);

/** Takes away, in a transaction of the owner, what guards the record: its own triggers, and checks of other tables. */
export async function guardsOff(transaction: Db): Promise<void> {
  await rowsOf(transaction, 'SET LOCAL session_replication_role = replica');
  for (const { guard, table } of await guardsOf(transaction)) {
    await rowsOf(transaction, `ALTER TABLE ${table} DISABLE TRIGGER ${guard}`);
  }
}

/** Changes the record behind the back of the database's own guard, as only the owner of the tables can. */
export async function tamper(
  owner: Db,
  sql: string,
  values: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await owner.transaction(async (transaction) => {
    const guards = await guardsOf(transaction);
    await guardsOff(transaction);
    await rowsOf(transaction, sql, values);
    for (const { guard, table } of guards) {
      await rowsOf(transaction, `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${guard}`);
    }
  });
}
