import { endAssignment, findAssignments, keepAssignments } from '../store/organisation/assignments.ts';
import type { Known } from '../store/organisation/known.ts';
import { readKnown } from '../store/organisation/known.ts';
import { code, day, ipaCode, optional, roleCode } from './columns.ts';
import { cellOf, endsBefore, given, unknownPlaces, until, type Misfit, type Register, type Row } from './register.ts';

/** Which office plays a role of a procedure for a body. */
export const assignments: Register = {
  name: 'assign',
  what: 'assegnazioni',
  columns: {
    ente: ipaCode,
    procedimento: code,
    ruolo: roleCode,
    ente_ufficio: optional(ipaCode),
    ufficio: code,
    dal: day,
    al: optional(day),
  },
  key: ['ente', 'procedimento', 'ruolo', 'dal'],
  owner: { column: 'ente' },
  misfits: (row, known) =>
    [
      ...unknownPlaces(known, { body: ['ente', cellOf(row, 'ente')] }),
      ...unknownPlaces(known, {
        body: [cellOf(row, 'ente_ufficio') === '' ? 'ente' : 'ente_ufficio', bodyOfOffice(row)],
        office: ['ufficio', cellOf(row, 'ufficio')],
      }),
      ...unknownRole(row, known),
      ...endsBefore(row),
    ].filter((misfit, index, all) => all.findIndex(({ column }) => column === misfit.column) === index),
  keep: (db, rows) =>
    keepAssignments(
      db,
      rows.map((row) => ({
        ipaCode: cellOf(row, 'ente'),
        procedureId: cellOf(row, 'procedimento'),
        role: cellOf(row, 'ruolo'),
        officeIpaCode: bodyOfOffice(row),
        officeCode: cellOf(row, 'ufficio'),
        firstOn: cellOf(row, 'dal'),
        ...given('lastOn', row, 'al'),
      })),
    ),
  // A role that its card leaves to the bodies has to be assigned before the procedure can be published.
  notes: async (db, rows) => {
    const { procedures } = await readKnown(db);
    const unpublished = [...new Set(rows.map((row) => cellOf(row, 'procedimento')))].filter(
      (id) => !procedures.has(id),
    );
    return unpublished.map(
      (id) => `Il procedimento ${id} non è ancora pubblicato: i ruoli non si sono potuti controllare.`,
    );
  },
  find: async (db, sought) =>
    (await findAssignments(db, sought)).map((found) => ({
      cells: {
        ente: found.ipaCode,
        procedimento: found.procedureId,
        ruolo: found.role,
        ente_ufficio: found.officeIpaCode,
        ufficio: found.officeCode,
        dal: found.firstOn,
        al: found.lastOn ?? '',
      },
      names: { ente: found.bodyName, ente_ufficio: found.officeBodyName, ufficio: found.officeName },
    })),
  says: (row) => {
    const what = ['ente', 'procedimento', 'ruolo'].map((column) => cellOf(row, column)).join(' ');
    return `${what}: ${bodyOfOffice(row)} ${cellOf(row, 'ufficio')}, dal ${cellOf(row, 'dal')}${until(row)}`;
  },
  ending: { columns: ['ente', 'procedimento', 'ruolo'], least: 3 },
  end: async (db, cells, lastOn) => {
    const [body, procedureId, role] = ['ente', 'procedimento', 'ruolo'].map((column) => cellOf(cells, column));
    const of = { ipaCode: body ?? '', procedureId: procedureId ?? '', role: role ?? '' };
    const ended = await endAssignment(db, of, lastOn);
    if (ended.length === 0) return { against: `${body} non ha assegnato il ruolo ${role} di ${procedureId}.` };
    return { ended: ended.map(({ firstOn }) => ({ ...cells, dal: firstOn, al: lastOn })) };
  },
};

const bodyOfOffice = (row: Row): string => cellOf(row, 'ente_ufficio') || cellOf(row, 'ente');

function unknownRole(row: Row, { procedures }: Known): readonly Misfit[] {
  const known = procedures.get(cellOf(row, 'procedimento'));
  if (known === undefined || cellOf(row, 'ruolo') in known.roles) return [];
  return [{ column: 'ruolo', expected: `un ruolo del procedimento: ${Object.keys(known.roles).join(', ')}` }];
}
