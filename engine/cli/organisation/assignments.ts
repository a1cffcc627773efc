import { endAssignment, findAssignments, keepAssignments } from '../../store/organisation/assignments.ts';
import type { Known } from '../../store/organisation/known.ts';
import { code, day, ipaCode, optional, roleCode } from './columns.ts';
import { endsBefore } from './people.ts';
import { cellOf, given, unknownPlaces, until, type Misfit, type Register, type Row } from './register.ts';

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
  notes: (rows, { roles }) =>
    [...new Set(rows.map((row) => cellOf(row, 'procedimento')))]
      .filter((procedureId) => !roles.has(procedureId))
      .map(
        (procedureId) =>
          `Il procedimento ${procedureId} non è ancora pubblicato: i ruoli non si sono potuti controllare.`,
      ),
  list: async (db, sought) =>
    (await findAssignments(db, sought)).map(
      (one) =>
        `${one.ipaCode} ${one.procedureId} ${one.role}: ${one.officeIpaCode} ${one.officeCode}, dal ${one.firstOn}${until(one.lastOn)}`,
    ),
  ending: { parameters: '<codice IPA> <procedimento> <ruolo>', words: [3, 3] },
  end: async (db, [body = '', procedureId = '', role = ''], lastOn) => {
    const ended = await endAssignment(db, { ipaCode: body, procedureId, role }, lastOn);
    return ended > 0 ? undefined : `${body} non ha assegnato il ruolo ${role} di ${procedureId}.`;
  },
};

const bodyOfOffice = (row: Row): string => cellOf(row, 'ente_ufficio') || cellOf(row, 'ente');

function unknownRole(row: Row, { roles }: Known): readonly Misfit[] {
  const known = roles.get(cellOf(row, 'procedimento'));
  if (known === undefined || known.has(cellOf(row, 'ruolo'))) return [];
  return [{ column: 'ruolo', expected: `un ruolo del procedimento: ${[...known.keys()].join(', ')}` }];
}
