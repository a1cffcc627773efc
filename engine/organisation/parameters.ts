import { readKnown, type Known } from '../store/organisation/known.ts';
import { endParameter, findParameters, keepParameters, type GivenParameter } from '../store/organisation/parameters.ts';
import { code, day, ipaCode, optional, parameterName, text } from './columns.ts';
import { cellOf, endsBefore, given, unknownPlaces, until, type Misfit, type Register, type Row } from './register.ts';

/** Values that a body gives to parameters of a procedure, with the act that sets them. */
export const parameters: Register = {
  name: 'parameters',
  what: 'parametri di enti',
  columns: {
    ente: ipaCode,
    procedimento: code,
    parametro: parameterName,
    valore: text,
    fonte: text,
    dal: day,
    al: optional(day),
  },
  key: ['ente', 'procedimento', 'parametro', 'dal'],
  owner: { column: 'ente' },
  misfits: (row, known) => [
    ...unknownPlaces(known, { body: ['ente', cellOf(row, 'ente')] }),
    ...unknownParameter(row, known),
    ...endsBefore(row),
  ],
  keep: async (db, rows) => {
    const known = await readKnown(db);
    await keepParameters(
      db,
      rows.map((row) => givenIn(row, known)),
    );
  },
  find: async (db, sought) =>
    (await findParameters(db, sought)).map((found) => ({
      cells: {
        ente: found.ipaCode,
        procedimento: found.procedureId,
        parametro: found.name,
        valore: String(found.value),
        fonte: found.source,
        dal: found.firstOn,
        al: found.lastOn ?? '',
      },
      names: { ente: found.bodyName },
    })),
  says: (row) => {
    const what = ['ente', 'procedimento', 'parametro'].map((column) => cellOf(row, column)).join(' ');
    return `${what}: ${cellOf(row, 'valore')} (${cellOf(row, 'fonte')}), dal ${cellOf(row, 'dal')}${until(row)}`;
  },
  ending: { columns: ['ente', 'procedimento', 'parametro'], least: 3 },
  end: async (db, cells, lastOn) => {
    const of = {
      ipaCode: cellOf(cells, 'ente'),
      procedureId: cellOf(cells, 'procedimento'),
      name: cellOf(cells, 'parametro'),
    };
    const ended = await endParameter(db, of, lastOn);
    if (ended.length === 0) return { against: `${of.ipaCode} non ha un suo valore di ${of.name}.` };
    return { ended: ended.map(({ firstOn }): Row => ({ ...cells, dal: firstOn, al: lastOn })) };
  },
};

function givenIn(row: Row, known: Known): GivenParameter {
  const cell = cellOf(row, 'valore');
  return {
    ipaCode: cellOf(row, 'ente'),
    procedureId: cellOf(row, 'procedimento'),
    name: cellOf(row, 'parametro'),
    value: kindOf(row, known) === 'string' ? cell : valueOf(cell),
    source: cellOf(row, 'fonte'),
    firstOn: cellOf(row, 'dal'),
    ...given('lastOn', row, 'al'),
  };
}

/** What a cell says: a number where it is written as one, yes or no, else a text. */
function valueOf(cell: string): number | string | boolean {
  if (/^-?\d+([.,]\d+)?$/.test(cell)) return Number(cell.replace(',', '.'));
  return cell === 'true' || cell === 'false' ? cell === 'true' : cell;
}

const kinds = { number: 'un numero', string: 'un testo', boolean: 'true oppure false' } as const;

const kindOf = (row: Row, { procedures }: Known) =>
  procedures.get(cellOf(row, 'procedimento'))?.parameters[cellOf(row, 'parametro')];

// Of a procedure that is not published nothing is known: its parameters are set once it is.
function unknownParameter(row: Row, known: Known): readonly Misfit[] {
  const procedure = known.procedures.get(cellOf(row, 'procedimento'));
  if (procedure === undefined) return [{ column: 'procedimento', expected: 'un procedimento pubblicato' }];
  const kind = kindOf(row, known);
  if (kind === undefined) {
    const names = Object.keys(procedure.parameters).join(', ');
    return [{ column: 'parametro', expected: `un parametro del procedimento: ${names}` }];
  }
  const isRight = kind === 'string' || typeof valueOf(cellOf(row, 'valore')) === kind;
  return isRight ? [] : [{ column: 'valore', expected: kinds[kind] }];
}
