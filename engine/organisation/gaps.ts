import type { Day } from '../core/dossier.ts';
import type { Db } from '../store/db.ts';
import { findGaps, type Gap, type OfferedRole } from '../store/organisation/gaps.ts';
import { readKnown, type Known } from '../store/organisation/known.ts';
import { valueGapsIn, type Layers } from '../store/organisation/value-gaps.ts';

/** What somebody has to be, at least, and what else will do. */
const enough = {
  clerk: ['clerk', 'officer', 'manager'],
  officer: ['officer', 'manager'],
  manager: ['manager'],
} as const;

/** The roles of the published procedures that nobody plays in some bodies, those without an office first. */
export function gapsIn(
  db: Db,
  of: { readonly ipaCodes: readonly string[]; readonly known: Known },
  on: Day,
): Promise<readonly Gap[]> {
  const roles = [...of.known.procedures].flatMap(([procedureId, procedure]) =>
    Object.entries(procedure.roles).map(([role, { office, member }]): OfferedRole => {
      const isComputed = office?.startsWith('=') ?? false;
      return { procedureId, role, members: enough[member], isComputed, ...(!isComputed && { office }) };
    }),
  );
  return findGaps(db, { ipaCodes: of.ipaCodes, roles }, on);
}

/** What published procedures leave to the bodies. */
export const layersOf = ({ procedures }: Known): Layers =>
  new Map([...procedures].map(([procedureId, { ofBodies }]) => [procedureId, ofBodies]));

/** Which values some bodies still have to give, an Italian sentence for each body. */
export async function ungivenIn(db: Db, ipaCodes: readonly string[], on: Day): Promise<readonly string[]> {
  const gaps = await valueGapsIn(db, { ipaCodes, layers: layersOf(await readKnown(db)) }, on);
  return ipaCodes.flatMap((ipaCode) => {
    const missing = gaps.filter((gap) => gap.ipaCode === ipaCode && gap.fault === 'missing');
    const names = missing.map(({ procedureId, name }) => `${procedureId} ${name}`);
    return names.length === 0 ? [] : [`${ipaCode} deve ancora dare questi valori: ${names.join(', ')}.`];
  });
}

/** Which roles no office plays in some bodies, an Italian sentence for each body. */
export async function unplayedIn(db: Db, ipaCodes: readonly string[], on: Day): Promise<readonly string[]> {
  const gaps = (await gapsIn(db, { ipaCodes, known: await readKnown(db) }, on)).filter(
    ({ kind }) => kind === 'no-office',
  );
  return ipaCodes.flatMap((ipaCode) => {
    const missing = gaps
      .filter((gap) => gap.ipaCode === ipaCode)
      .map(
        ({ procedureId, role, officeCode }) => `${procedureId} ${role}${officeCode === null ? '' : ` (${officeCode})`}`,
      );
    return missing.length === 0 ? [] : [`In ${ipaCode} nessun ufficio svolge questi ruoli: ${missing.join(', ')}.`];
  });
}
