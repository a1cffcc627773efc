import { rowsOf, type Db } from '../../engine/store/db.ts';

/** Changes the record behind the back of the database's own guard, as only the owner of the tables can. */
export async function tamper(
  owner: Db,
  sql: string,
  values: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  await owner.transaction(async (transaction) => {
    await rowsOf(transaction, 'ALTER TABLE events DISABLE TRIGGER events_append_only');
    await rowsOf(transaction, sql, values);
    await rowsOf(transaction, 'ALTER TABLE events ENABLE ALWAYS TRIGGER events_append_only');
  });
}
