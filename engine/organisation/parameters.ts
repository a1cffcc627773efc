import type { Known } from '../store/organisation/known.ts';
import { bodyValues } from './body-values.ts';
import { parameterName, text } from './columns.ts';
import { cellOf, type Misfit, type Row } from './register.ts';

/** Values that a body gives to the parameters that a procedure leaves to it, with the act that sets them. */
export const parameters = bodyValues({
  name: 'parameters',
  what: 'parametri di enti',
  named: ['parametro', parameterName],
  valued: ['valore', text],
  misfits: unfitParameter,
  valueOf: (row, known) => {
    const cell = cellOf(row, 'valore');
    return kindOf(row, known) === 'string' ? cell : valueIn(cell);
  },
});

/** What a cell says: a number where it is written as one, yes or no, else a text. */
function valueIn(cell: string): number | string | boolean {
  if (/^-?\d+([.,]\d+)?$/.test(cell)) return Number(cell.replace(',', '.'));
  return cell === 'true' || cell === 'false' ? cell === 'true' : cell;
}

const kinds = { number: 'un numero', string: 'un testo', boolean: 'true oppure false' } as const;

const kindOf = (row: Row, { procedures }: Known) =>
  procedures.get(cellOf(row, 'procedimento'))?.ofBodies.parameters[cellOf(row, 'parametro')]?.kind;

function unfitParameter(row: Row, known: Known): readonly Misfit[] {
  const kind = kindOf(row, known);
  if (kind === undefined) {
    const names = Object.keys(known.procedures.get(cellOf(row, 'procedimento'))?.ofBodies.parameters ?? {});
    const list = names.length === 0 ? 'questo non ne lascia' : names.join(', ');
    return [{ column: 'parametro', expected: `un parametro che il procedimento lascia agli enti: ${list}` }];
  }
  const isRight = kind === 'string' || typeof valueIn(cellOf(row, 'valore')) === kind;
  return isRight ? [] : [{ column: 'valore', expected: kinds[kind] }];
}
