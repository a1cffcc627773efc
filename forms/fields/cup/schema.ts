import type { FieldComponent, Json } from '../../schema/document.ts';
import { codeIn } from '../../schema/clean.ts';
import { isBlank, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

const LENGTH = 15;

/** As in `C11G06000000001`: two figures and two letters of the project, the year, a serial number, a control digit. */
const SHAPE = '[A-Z][0-9]{2}[A-Z][0-9]{11}';
const WHOLE = new RegExp(`^${SHAPE}$`);

function readCup(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const code = codeIn(value, /[^\p{L}\p{N}]/gu).replace(/^CUP/, '');
  return WHOLE.test(code) ? readText(code, component, LENGTH) : refuse('cup.shape', { given: code.slice(0, 20) });
}

/**
 * The code of a public investment project (CUP; L. 3/2003, art. 11, CIPE 143/2002): a letter, two digits, a letter, the
 * two digits of the year and nine more. How its last digit is computed has not been published: only the shape is
 * checked.
 */
export const cup: FieldSchema = {
  type: 'cup',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 20,
  isEmpty: isBlank,
  read: readCup,
  print: printText,
  jsonSchema: (component) => textSchema(component, LENGTH, SHAPE),
};
