import { endOffice, findOffices, keepOffices, type Unfinished } from '../store/organisation/offices.ts';
import { code, ipaCode, text } from './columns.ts';
import { unplayedIn } from './gaps.ts';
import { cellOf, unknownPlaces, until, type Register } from './register.ts';

/** The offices of the bodies. */
export const offices: Register = {
  name: 'offices',
  what: 'uffici',
  columns: { ente: ipaCode, codice: code, nome: text },
  key: ['ente', 'codice'],
  owner: { column: 'ente' },
  misfits: (row, known) => unknownPlaces(known, { body: ['ente', cellOf(row, 'ente')] }),
  keep: (db, rows) =>
    keepOffices(
      db,
      rows.map((row) => ({ ipaCode: cellOf(row, 'ente'), code: cellOf(row, 'codice'), name: cellOf(row, 'nome') })),
    ),
  notes: (db, rows, on) => unplayedIn(db, [...new Set(rows.map((row) => cellOf(row, 'ente')))], on),
  find: async (db, sought) =>
    (await findOffices(db, sought)).map((office) => ({
      cells: { ente: office.ipaCode, codice: office.code, nome: office.name, al: office.lastOn ?? '' },
      names: { ente: office.bodyName },
    })),
  says: (row) => `${cellOf(row, 'ente')} ${cellOf(row, 'codice')}: ${cellOf(row, 'nome')}${until(row)}`,
  ending: { columns: ['ente', 'codice'], least: 2 },
  end: async (db, cells, lastOn) => {
    const [body, office] = [cellOf(cells, 'ente'), cellOf(cells, 'codice')];
    const ended = await endOffice(db, { ipaCode: body, code: office }, lastOn);
    if (ended === 'ended') return { ended: [{ ente: body, codice: office, al: lastOn }] };
    if (ended === 'unknown') return { against: `L’ufficio ${office} di ${body} non c’è.` };
    return { against: `L’ufficio ${office} di ${body} ha ${unfinished(ended)}: nessuno potrebbe finirle.` };
  },
};

const unfinished = ({ openTasks, openDossiers }: Unfinished): string =>
  [
    openTasks === 1 ? 'un’attività aperta' : `${openTasks} attività aperte`,
    openDossiers === 1 ? 'una pratica non conclusa' : `${openDossiers} pratiche non concluse`,
  ].join(' e ');
