import { endDelegation, findDelegations, keepDelegations } from '../store/organisation/delegations.ts';
import { code, day, ipaCode, optional } from './columns.ts';
import { cellOf, endsBefore, given, unknownPlaces, until, type Register, type Row } from './register.ts';

/** Functions that a body has performed by another: those of municipalities by their union. */
export const delegations: Register = {
  name: 'delegations',
  what: 'deleghe di funzioni',
  columns: { ente: ipaCode, funzione: code, delegato: ipaCode, dal: day, al: optional(day) },
  key: ['ente', 'funzione', 'dal'],
  owner: { column: 'ente' },
  misfits: (row, known) => [
    ...unknownPlaces(known, { body: ['ente', cellOf(row, 'ente')] }),
    ...(cellOf(row, 'delegato') === cellOf(row, 'ente')
      ? [{ column: 'delegato', expected: 'un ente diverso da quello che delega' }]
      : unknownPlaces(known, { body: ['delegato', cellOf(row, 'delegato')] })),
    ...endsBefore(row),
  ],
  keep: (db, rows) =>
    keepDelegations(
      db,
      rows.map((row) => ({
        ipaCode: cellOf(row, 'ente'),
        functionCode: cellOf(row, 'funzione'),
        toIpaCode: cellOf(row, 'delegato'),
        firstOn: cellOf(row, 'dal'),
        ...given('lastOn', row, 'al'),
      })),
    ),
  find: async (db, sought) =>
    (await findDelegations(db, sought)).map((found) => ({
      cells: {
        ente: found.ipaCode,
        funzione: found.functionCode,
        delegato: found.toIpaCode,
        dal: found.firstOn,
        al: found.lastOn ?? '',
      },
      names: { ente: found.bodyName, delegato: found.toBodyName },
    })),
  says: (row) =>
    `${cellOf(row, 'ente')} ${cellOf(row, 'funzione')}: ${cellOf(row, 'delegato')}, dal ${cellOf(row, 'dal')}${until(row)}`,
  ending: { columns: ['ente', 'funzione'], least: 2 },
  end: async (db, cells, lastOn) => {
    const of = { ipaCode: cellOf(cells, 'ente'), functionCode: cellOf(cells, 'funzione') };
    const ended = await endDelegation(db, of, lastOn);
    if (ended.length === 0) return { against: `${of.ipaCode} non ha delegato la funzione ${of.functionCode}.` };
    return { ended: ended.map(({ firstOn }): Row => ({ ...cells, dal: firstOn, al: lastOn })) };
  },
};
