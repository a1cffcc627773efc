import type { Role } from '../../core/actor.ts';
import { endRoles, findRoles, keepRoles } from '../../store/organisation/staff.ts';
import { code, day, email, fiscalCode, ipaCode, oneOf, optional, text } from './columns.ts';
import { cellOf, given, unknownPlaces, until, type Register } from './register.ts';

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
  list: async (db, sought) =>
    (await findRoles(db, sought)).map(
      ({ fiscalCode: who, givenName, familyName, ipaCode: body, officeCode, role, firstOn, lastOn }) =>
        `${who} ${givenName} ${familyName}: ${wordOf(role)} in ${body} ${officeCode}, dal ${firstOn}${until(lastOn)}`,
    ),
  ending: { parameters: '<codice fiscale> [<codice IPA> [<ufficio>]]', words: [1, 3] },
  end: async (db, [who = '', body, office], lastOn) => {
    const ended = await endRoles(db, { fiscalCode: who.toUpperCase(), ipaCode: body, officeCode: office }, lastOn);
    return ended > 0 ? undefined : `${who} non ha nessun ruolo da togliere.`;
  },
};

/** A last day that lies before the first. */
export const endsBefore = (row: Readonly<Record<string, string>>) =>
  cellOf(row, 'al') !== '' && cellOf(row, 'al') < cellOf(row, 'dal')
    ? [{ column: 'al', expected: 'un giorno che non viene prima di «dal»' }]
    : [];

const roleOf = (value: string): Role => Object.values(roleWords).find((role) => role === value) ?? 'clerk';

const wordOf = (role: Role): string => Object.entries(roleWords).find(([, known]) => known === role)?.[0] ?? role;
