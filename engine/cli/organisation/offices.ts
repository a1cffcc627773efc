import { endOffice, findOffices, keepOffices } from '../../store/organisation/offices.ts';
import { code, ipaCode, text } from './columns.ts';
import { cellOf, unknownPlaces, until, type Register } from './register.ts';
import { unplayedIn } from './unplayed.ts';

/** The offices of the bodies. */
export const offices: Register = {
  name: 'offices',
  what: 'uffici',
  columns: { ente: ipaCode, codice: code, nome: text },
  key: ['ente', 'codice'],
  misfits: (row, known) => unknownPlaces(known, { body: ['ente', cellOf(row, 'ente')] }),
  keep: (db, rows) =>
    keepOffices(
      db,
      rows.map((row) => ({ ipaCode: cellOf(row, 'ente'), code: cellOf(row, 'codice'), name: cellOf(row, 'nome') })),
    ),
  notes: (rows, known) => unplayedIn([...new Set(rows.map((row) => cellOf(row, 'ente')))], known),
  list: async (db, sought) =>
    (await findOffices(db, sought)).map(
      (office) => `${office.ipaCode} ${office.code}: ${office.name}${until(office.lastOn)}`,
    ),
  ending: { parameters: '<codice IPA> <ufficio>', words: [2, 2] },
  end: async (db, [body = '', office = ''], lastOn) => {
    const ended = await endOffice(db, { ipaCode: body, code: office }, lastOn);
    if (ended === 'ended') return undefined;
    if (ended === 'unknown') return `L’ufficio ${office} di ${body} non c’è.`;
    return `L’ufficio ${office} di ${body} ha ${ended.openTasks} attività aperte e ${ended.openDossiers} pratiche non concluse: nessuno potrebbe finirle.`;
  },
};
