import { DBError, Model, QueryBuilder } from 'objection';

class DriverErrorQueryBuilder<M extends Model, R = M[]> extends QueryBuilder<M, R> {
  /** objection hides the error of the driver, and with it the code by which the API knows a lost connection. */
  override execute(): Promise<R> {
    return super.execute().catch((error: unknown) => {
      throw error instanceof DBError ? error.nativeError : error;
    });
  }
}

/**
 * A row of a table. A class below it names the table, its key and its columns, in the words of the code; `openDatabase`
 * turns them into those of the database. It is never bound to a connection: `query(db)` says every time which is meant.
 */
export class Row extends Model {
  static override QueryBuilder = DriverErrorQueryBuilder;
}
