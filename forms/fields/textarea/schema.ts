import { manyLines } from '../../schema/clean.ts';
import { isBlank, printText, readText, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema } from '../types.ts';

/** The most characters of a long text when the document sets no lower limit. */
export const LONGEST_TEXT = 10_000;

/** A text of many lines. */
export const textarea: FieldSchema = {
  type: 'textarea',
  carriers: ['textarea'],
  emptyValue: '',
  seconds: 90,
  isEmpty: isBlank,
  read: (value, component) =>
    typeof value === 'string' ? readText(manyLines(value), component, LONGEST_TEXT) : wrongType('text'),
  print: printText,
  jsonSchema: (component) => textSchema(component, LONGEST_TEXT),
};
