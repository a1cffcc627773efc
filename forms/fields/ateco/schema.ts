import type { FieldComponent, Json } from '../../schema/document.ts';
import { codeIn, oneLine } from '../../schema/clean.ts';
import { isBlank, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

/** From the division, `56`, down to the subcategory, `56.10.11`. */
const LONGEST = 8;
const SHAPE = '[0-9]{2}(\\.[0-9]([0-9](\\.[0-9]{1,2})?)?)?';

/** Numbers that no division has in ATECO 2007 or in ATECO 2025 (ISTAT; NACE Rev. 2 and 2.1). */
const NO_DIVISION = new Set(['00', '04', '34', '40', '44', '48', '54', '57', '67', '76', '83', '89']);

/** The digits of a code with a dot after every two. */
const dotted = (digits: string): string => digits.replace(/(\d{2})(?=\d)/g, '$1.');

function readAteco(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const given = oneLine(value).slice(0, 20);
  const digits = codeIn(value, /\./g).replace(/^ATECO:?/, '');
  if (!/^\d{2,6}$/.test(digits)) return refuse('ateco.shape', { given });
  const division = digits.slice(0, 2);
  if (NO_DIVISION.has(division)) return refuse('ateco.division', { given, division });
  return readText(dotted(digits), component, LONGEST);
}

/**
 * An economic activity: a code of ATECO, the Italian form of NACE, from the two digits of a division to the six of a
 * subcategory, with dots. Sections, which are letters, are not accepted.
 */
export const ateco: FieldSchema = {
  type: 'ateco',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 20,
  isEmpty: isBlank,
  read: readAteco,
  print: printText,
  jsonSchema: (component) => textSchema(component, LONGEST, SHAPE),
};
