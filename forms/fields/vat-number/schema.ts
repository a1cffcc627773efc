import type { FieldComponent, Json } from '../../schema/document.ts';
import { codeIn } from '../../schema/clean.ts';
import { isElevenDigitCode } from '../fiscal-code/control.ts';
import { isBlank, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

const LENGTH = 11;
const UNUSED = '0'.repeat(LENGTH);

/** What people paste before the digits: `P. IVA`, `Partita IVA:`, `VAT`, and the prefix of the European form. */
const BEFORE = /^(?:PARTITAIVA|PIVA|PI|IVA|VAT)?(?:IT)?(?=\d)/;

function readVatNumber(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const written = codeIn(value, /[^\p{L}\p{N}]/gu);
  const number = written.replace(BEFORE, '');
  const given = written.slice(0, 20);
  if (!/^\d{11}$/.test(number)) return refuse('vat-number.shape', { given });
  // Zeroes pass the control digit, but no company has that number.
  if (number === UNUSED || !isElevenDigitCode(number)) return refuse('vat-number.control', { given });
  return readText(number, component, LENGTH);
}

/**
 * An Italian VAT number (partita IVA): eleven digits, the last one a control digit (D.P.R. 633/1972, art. 35; Luhn).
 * The prefix `IT` of the European form is dropped.
 */
export const vatNumber: FieldSchema = {
  type: 'vat-number',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 20,
  isEmpty: isBlank,
  read: readVatNumber,
  print: printText,
  jsonSchema: (component) => textSchema(component, LENGTH, '[0-9]{11}'),
};
