import { rowsOf, type Db } from '../../engine/store/db.ts';

/** The triggers by which the database guards what is append-only, and the tables that they guard. */
const guardsSql = `
SELECT t.tgname AS guard, t.tgrelid::regclass::text AS table
  FROM pg_trigger t WHERE t.tgfoid = 'public.refuse_change'::regproc`;

/** Changes the record behind the back of the database's own guard, as only the owner of the tables can. */
export async function tamper(
  owner: Db,
  sql: string,
  values: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await owner.transaction(async (transaction) => {
    const guards = await rowsOf<{ guard: string; table: string }>(transaction, guardsSql);
    for (const { guard, table } of guards) await rowsOf(transaction, `ALTER TABLE ${table} DISABLE TRIGGER ${guard}`);
    await rowsOf(transaction, sql, values);
    for (const { guard, table } of guards) {
      await rowsOf(transaction, `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${guard}`);
    }
  });
}
