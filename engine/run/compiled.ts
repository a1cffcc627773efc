import type { Procedure } from '../core/procedure.ts';

/** Gives a published version, compiled; it may read the database and take seconds. */
export type LoadProcedure = (procedureId: string, version: number) => Promise<Procedure>;

/** What a transaction works with: versions that are compiled already. */
export interface Compiled {
  /** Gives a version that is at hand. For another one it notes that it is missing and throws. */
  readonly load: LoadProcedure;
  /** Compiles what was missing and gives true; false when nothing was. Call it when the transaction is over. */
  fetchMissing(): Promise<boolean>;
}

/** The versions that each loader has given so far. A version never changes, so none is asked for twice. */
const given = new WeakMap<LoadProcedure, Map<string, Procedure>>();

/**
 * Keeps the loading of procedures out of transactions: who holds a connection, and with it the lock of a dossier, must
 * wait for neither another connection nor a compiler. A version that is missing ends the transaction, is loaded, and
 * the transaction begins anew.
 */
export function compiledBy(loader: LoadProcedure): Compiled {
  const atHand = given.get(loader) ?? new Map<string, Procedure>();
  given.set(loader, atHand);
  let missing: { readonly procedureId: string; readonly version: number } | undefined;
  return {
    load: async (procedureId, version) => {
      const known = atHand.get(nameOf(procedureId, version));
      if (known !== undefined) return known;
      missing = { procedureId, version };
      throw new Error(`${procedureId} ${version} is not compiled yet`);
    },
    fetchMissing: async () => {
      if (missing === undefined) return false;
      const { procedureId, version } = missing;
      missing = undefined;
      atHand.set(nameOf(procedureId, version), await loader(procedureId, version));
      return true;
    },
  };
}

function nameOf(procedureId: string, version: number): string {
  return `${procedureId} ${version}`;
}
