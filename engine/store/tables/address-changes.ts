import type { Instant } from '../../kernel/types.ts';
import { rowsOf, type Db } from '../db.ts';
import type { OwnAddress } from './mail-addresses.ts';

/** A dossier whose notices are to go to an address of a person once it is confirmed. */
export interface AwaitedAddress {
  readonly personId: string;
  readonly address: string;
  readonly dossierId: string;
}

/** Notes it, in the place of what the person asked for the dossier before; the address is noted already. */
export async function awaitAddress(db: Db, awaited: AwaitedAddress, askedAt: Instant): Promise<void> {
  await rowsOf(
    db,
    `INSERT INTO address_changes (person_id, address, dossier_id, asked_at)
     VALUES (:personId, :address, :dossierId, :askedAt)
     ON CONFLICT (person_id, dossier_id) DO UPDATE SET address = excluded.address, asked_at = excluded.asked_at`,
    { ...awaited, address: awaited.address.toLowerCase(), askedAt },
  );
}

/** The dossiers of a person that await an address, by the address. */
export async function awaitedAddresses(db: Db, personId: string) {
  return rowsOf<Pick<AwaitedAddress, 'address' | 'dossierId'>>(
    db,
    `SELECT address, dossier_id AS "dossierId" FROM address_changes
      WHERE person_id = CAST(:personId AS uuid) ORDER BY asked_at`,
    { personId },
  );
}

/** The dossiers that await one address. */
export async function dossiersAwaiting(db: Db, { personId, address }: OwnAddress): Promise<readonly string[]> {
  const all = await awaitedAddresses(db, personId);
  return all.flatMap((each) => (each.address === address.toLowerCase() ? [each.dossierId] : []));
}

/** Forgets what a person asked for a dossier: it has happened, or is not wanted any more. */
export async function forgetAwaited(db: Db, of: Pick<AwaitedAddress, 'personId' | 'dossierId'>): Promise<void> {
  await rowsOf(
    db,
    'DELETE FROM address_changes WHERE person_id = CAST(:personId AS uuid) AND dossier_id = CAST(:dossierId AS uuid)',
    { ...of },
  );
}
