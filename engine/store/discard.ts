import type { Knex } from 'knex';
import type { Client } from 'pg';

/** What the pool has to know of a connection that it opened: knex gives each a name, and tells errors by it. */
type Named = Client & { readonly __knexUid?: string; __knex__disposed?: Error };

/** What the driver says when a statement has not been answered in time. */
export const noAnswer = 'Query read timeout';

/**
 * Throws connections away that did not answer in time. The statement may still be running on them, and whoever got such
 * a connection next would wait behind it.
 * @returns what the pool calls for every new connection
 */
export function discardSilent(): {
  readonly watch: (db: Knex) => void;
  readonly afterCreate: (connection: Named, done: (error: Error | null, connection: Named) => void) => void;
} {
  const open = new Map<string, Named>();
  return {
    watch: (db) => {
      db.on('query-error', (error: Error, { __knexUid: name }: { readonly __knexUid: string }) => {
        const connection = open.get(name);
        if (connection && error.message.endsWith(noAnswer)) discard(connection, error);
      });
    },
    afterCreate: (connection, done) => {
      const name = connection.__knexUid ?? '';
      open.set(name, connection);
      connection.once('end', () => open.delete(name));
      done(null, connection);
    },
  };
}

/** Cuts a connection off and keeps the pool from giving it to anybody. */
export function discard(connection: Named, error: Error): void {
  connection.__knex__disposed = error;
  connection.end().catch(() => undefined);
}
