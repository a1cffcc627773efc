import type { Day } from '../core/dossier.ts';
import type { Db } from '../store/db.ts';
import { findPlaying } from '../store/organisation/assignments.ts';
import { readKnown } from '../store/organisation/known.ts';
import { unfinishedIn } from '../store/organisation/offices.ts';
import { runningIn } from '../store/organisation/running.ts';
import { claimedIn } from '../store/organisation/staff.ts';
import type { RegisterName } from '../../forms/contract/administration.ts';
import { cellOf, type Row } from './register.ts';

/** What a change of a row concerns. */
export interface Consequences {
  /** Dossiers that are not closed. */
  readonly openDossiers: number;
  /** Their open tasks, which stay where they are; of a person, the tasks that they have claimed. */
  readonly openTasks: number;
  /** The office where those tasks are. */
  readonly officeName?: string;
}

/** What runs on a day where a row is to be changed or ended: true figures, counted now. */
export function consequencesOf(
  db: Db,
  { register, cells }: { readonly register: RegisterName; readonly cells: Row },
  on: Day,
): Promise<Consequences> {
  return counts[register](db, cells, on);
}

const nothing: Consequences = { openDossiers: 0, openTasks: 0 };

const counts: Readonly<Record<RegisterName, (db: Db, cells: Row, on: Day) => Promise<Consequences>>> = {
  bodies: (db, cells) => runningIn(db, { ipaCode: cellOf(cells, 'codice_ipa') }),
  parameters: (db, cells) =>
    runningIn(db, { ipaCode: cellOf(cells, 'ente'), procedureId: cellOf(cells, 'procedimento') }),
  texts: () => Promise.resolve(nothing),
  delegations: (db, cells) => runningIn(db, { ipaCode: cellOf(cells, 'ente') }),
  offices: async (db, cells) => {
    const found = await unfinishedIn(db, { ipaCode: cellOf(cells, 'ente'), code: cellOf(cells, 'codice') });
    return found === undefined ? nothing : { openDossiers: found.openDossiers, openTasks: found.openTasks };
  },
  people: async (db, cells) => ({
    openDossiers: 0,
    openTasks: await claimedIn(db, {
      fiscalCode: cellOf(cells, 'codice_fiscale').toUpperCase(),
      ipaCode: cellOf(cells, 'ente'),
      officeCode: cellOf(cells, 'ufficio'),
    }),
  }),
  assign: async (db, cells, on) => {
    const of = { ipaCode: cellOf(cells, 'ente'), procedureId: cellOf(cells, 'procedimento') };
    const office = await officePlaying(db, { ...of, role: cellOf(cells, 'ruolo') }, on);
    const running = await runningIn(db, { ...of, office });
    // Where nobody plays it yet no task waits.
    if (office === undefined) return { openDossiers: running.openDossiers, openTasks: 0 };
    return { ...running, officeName: office.name };
  },
};

/** The office that plays a role on a day: the one assigned, else the one that the card names by its code. */
async function officePlaying(
  db: Db,
  of: { readonly ipaCode: string; readonly procedureId: string; readonly role: string },
  on: Day,
) {
  const assigned = await findPlaying(db, of, on);
  if (assigned !== undefined) return assigned;
  const { procedures, offices } = await readKnown(db);
  const code = procedures.get(of.procedureId)?.roles[of.role]?.office;
  const name = code === undefined ? undefined : offices.get(`${of.ipaCode}/${code}`);
  return code === undefined || name === undefined ? undefined : { ipaCode: of.ipaCode, code, name };
}
