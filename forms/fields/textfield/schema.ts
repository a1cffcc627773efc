import { oneLine } from '../../schema/clean.ts';
import { isBlank, printText, readText, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema } from '../types.ts';

/** The most characters of one line when the document sets no lower limit. */
export const LONGEST_LINE = 500;

/** One line of text. */
export const textfield: FieldSchema = {
  type: 'textfield',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 15,
  isEmpty: isBlank,
  read: (value, component) =>
    typeof value === 'string' ? readText(oneLine(value), component, LONGEST_LINE) : wrongType('text'),
  print: printText,
  jsonSchema: (component) => textSchema(component, LONGEST_LINE),
};
