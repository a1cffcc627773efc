import type { Role } from '../core/actor.ts';
import { endRoles, findRoles, keepRoles } from '../store/organisation/staff.ts';
import { code, day, email, fiscalCode, ipaCode, oneOf, optional, text, wordIn } from './columns.ts';
import { cellOf, endsBefore, given, unknownPlaces, until, type Register } from './register.ts';

/** What lists call the roles of people. */
export const roleWords = {
  operatore: 'clerk',
  responsabile: 'officer',
  dirigente: 'manager',
  analista: 'analyst',
  auditor: 'auditor',
  'gestore-dati': 'data-manager',
  amministratore: 'administrator',
} as const satisfies Readonly<Record<string, Role>>;

/** People with their roles in offices. */
export const people: Register = {
  name: 'people',
  what: 'ruoli di persone',
  columns: {
    codice_fiscale: fiscalCode,
    nome: text,
    cognome: text,
    email: optional(email),
    ente: ipaCode,
    ufficio: code,
    ruolo: oneOf(roleWords),
    dal: day,
    al: optional(day),
  },
  key: ['codice_fiscale', 'ente', 'ufficio', 'ruolo', 'dal'],
  owner: { column: 'ente' },
  misfits: (row, known) => [
    ...unknownPlaces(known, { body: ['ente', cellOf(row, 'ente')], office: ['ufficio', cellOf(row, 'ufficio')] }),
    ...endsBefore(row),
  ],
  keep: (db, rows) =>
    keepRoles(
      db,
      rows.map((row) => ({
        fiscalCode: cellOf(row, 'codice_fiscale'),
        givenName: cellOf(row, 'nome'),
        familyName: cellOf(row, 'cognome'),
        ...given('email', row, 'email'),
        ipaCode: cellOf(row, 'ente'),
        officeCode: cellOf(row, 'ufficio'),
        role: roleOf(cellOf(row, 'ruolo')),
        firstOn: cellOf(row, 'dal'),
        ...given('lastOn', row, 'al'),
      })),
    ),
  find: async (db, sought) =>
    (await findRoles(db, sought)).map((found) => ({
      cells: {
        codice_fiscale: found.fiscalCode,
        nome: found.givenName,
        cognome: found.familyName,
        email: found.email ?? '',
        ente: found.ipaCode,
        ufficio: found.officeCode,
        ruolo: wordIn(roleWords, found.role),
        dal: found.firstOn,
        al: found.lastOn ?? '',
      },
      names: { ente: found.bodyName, ufficio: found.officeName },
    })),
  says: (row) => {
    const who = ['codice_fiscale', 'nome', 'cognome'].map((column) => cellOf(row, column)).join(' ');
    const where = `${cellOf(row, 'ente')} ${cellOf(row, 'ufficio')}`;
    return `${who}: ${cellOf(row, 'ruolo')} in ${where}, dal ${cellOf(row, 'dal')}${until(row)}`;
  },
  ending: { columns: ['codice_fiscale', 'ente', 'ufficio', 'ruolo'], least: 1 },
  end: async (db, cells, lastOn) => {
    const who = cellOf(cells, 'codice_fiscale').toUpperCase();
    const role = roleWordOf(cellOf(cells, 'ruolo'));
    const of = {
      fiscalCode: who,
      ...given('ipaCode', cells, 'ente'),
      ...given('officeCode', cells, 'ufficio'),
      ...(role !== undefined && { role }),
    };
    const ended = await endRoles(db, of, lastOn);
    if (ended.length === 0) return { against: `${who} non ha nessun ruolo da togliere.` };
    return {
      ended: ended.map((one) => ({
        codice_fiscale: one.fiscalCode,
        ente: one.ipaCode,
        ufficio: one.officeCode,
        ruolo: wordIn(roleWords, one.role),
        dal: one.firstOn,
        al: lastOn,
      })),
    };
  },
};

const roleOf = (value: string): Role => Object.values(roleWords).find((role) => role === value) ?? 'clerk';

const roleWordOf = (word: string): Role | undefined =>
  Object.entries(roleWords).find(([known]) => known === word.toLowerCase())?.[1];
