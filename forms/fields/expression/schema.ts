import type { Json } from '../../schema/document.ts';
import { isRecord } from '../../schema/json.ts';
import { manyLines } from '../../schema/clean.ts';
import { valueWords } from '../../text/values.ts';
import type { FieldSchema } from '../types.ts';

const number = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 10 });

function printComputed(value: Json): string {
  if (typeof value === 'number') return number.format(value);
  if (typeof value === 'boolean') return value ? valueWords().yes : valueWords().no;
  if (Array.isArray(value)) return value.map((item: Json) => printComputed(item)).join('\n');
  return isRecord(value) ? Object.values(value).map(printComputed).join('\n') : String(value ?? '');
}

/**
 * A value that the form computes, as form-js' `expression`: `expression` is FEEL with a leading `=`. It is computed on
 * both sides and shown to people only when it has a label; any field may be computed with `properties.computed`
 * instead, and is then read and printed as its own type.
 */
export const expression: FieldSchema = {
  type: 'expression',
  carriers: ['expression'],
  emptyValue: '',
  seconds: 0,
  isEmpty: (value) => value === null || value === '',
  read: (value) => ({ value: typeof value === 'string' ? manyLines(value) : value }),
  print: printComputed,
  jsonSchema: () => ({}),
};
