import {
  endBodyValue,
  findBodyValues,
  keepBodyValues,
  type BodyValue,
  type BodyValueKind,
} from '../store/organisation/body-values.ts';
import { readKnown, type Known } from '../store/organisation/known.ts';
import { code, day, ipaCode, optional, text, type Column } from './columns.ts';
import { cellOf, endsBefore, given, unknownPlaces, until, type Misfit, type Register, type Row } from './register.ts';

/** A list of what bodies give of their own to procedures. */
interface ValueList {
  readonly name: BodyValueKind;
  readonly what: string;
  /** The columns of the name and of the value, with what may stand there. */
  readonly named: readonly [column: string, kind: Column];
  readonly valued: readonly [column: string, kind: Column];
  /** What of a row does not fit what the procedure leaves to the bodies. */
  readonly misfits: (row: Row, known: Known) => readonly Misfit[];
  readonly valueOf: (row: Row, known: Known) => BodyValue['value'];
}

/** The list with the act that sets each value, and the days between which it holds. */
export function bodyValues(list: ValueList): Register {
  const { name, what, named, valued, misfits } = list;
  const [nameColumn, nameKind] = named;
  const [valueColumn, valueKind] = valued;
  const word = (value: string): string => nameKind.word?.(value) ?? value;
  return {
    name,
    what,
    columns: {
      ente: ipaCode,
      procedimento: code,
      [nameColumn]: nameKind,
      [valueColumn]: valueKind,
      fonte: text,
      dal: day,
      al: optional(day),
    },
    key: ['ente', 'procedimento', nameColumn, 'dal'],
    owner: { column: 'ente' },
    misfits: (row, known) => [
      ...unknownPlaces(known, { body: ['ente', cellOf(row, 'ente')] }),
      // Of a procedure that is not published nothing is known: bodies add to it once it is.
      ...(known.procedures.has(cellOf(row, 'procedimento'))
        ? misfits(row, known)
        : [{ column: 'procedimento', expected: 'un procedimento pubblicato' }]),
      ...endsBefore(row),
    ],
    keep: async (db, rows) => keepBodyValues(db, name, valuesIn(rows, { list, known: await readKnown(db) })),
    find: async (db, sought) =>
      (await findBodyValues(db, name, sought)).map((found) => ({
        cells: {
          ente: found.ipaCode,
          procedimento: found.procedureId,
          [nameColumn]: word(found.name),
          [valueColumn]: String(found.value),
          fonte: found.source,
          dal: found.firstOn,
          al: found.lastOn ?? '',
        },
        names: { ente: found.bodyName },
      })),
    says: (row) => {
      const told = ['ente', 'procedimento', nameColumn].map((column) => cellOf(row, column)).join(' ');
      return `${told}: ${cellOf(row, valueColumn)} (${cellOf(row, 'fonte')}), dal ${cellOf(row, 'dal')}${until(row)}`;
    },
    ending: { columns: ['ente', 'procedimento', nameColumn], least: 3 },
    end: async (db, cells, lastOn) => {
      const asked = cellOf(cells, nameColumn);
      const of = { kind: name, ipaCode: cellOf(cells, 'ente'), procedureId: cellOf(cells, 'procedimento') };
      const ended = await endBodyValue(db, { ...of, name: nameKind.read(asked) ?? asked }, lastOn);
      if (ended.length === 0) return { against: `${of.ipaCode} non ha niente di suo per ${asked}.` };
      return { ended: ended.map(({ firstOn }): Row => ({ ...cells, dal: firstOn, al: lastOn })) };
    },
  };
}

function valuesIn(
  rows: readonly Row[],
  { list, known }: { readonly list: ValueList; readonly known: Known },
): readonly BodyValue[] {
  const [nameColumn] = list.named;
  return rows.map((row) => ({
    ipaCode: cellOf(row, 'ente'),
    procedureId: cellOf(row, 'procedimento'),
    name: cellOf(row, nameColumn),
    value: list.valueOf(row, known),
    source: cellOf(row, 'fonte'),
    firstOn: cellOf(row, 'dal'),
    ...given('lastOn', row, 'al'),
  }));
}
