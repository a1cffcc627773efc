import type { FieldComponent, Json } from '../../schema/document.ts';
import { codeIn } from '../../schema/clean.ts';
import { isBlank, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

const LENGTH = 10;

/** The forms of the code; `tail` is what the control digits are computed from. */
const NUMERIC = /^(?<tail>\d{7})(?<control>[0-9A-F]{3})$/;
const SIMPLIFIED = /^[XYZ](?<control>[0-9A-F]{2})(?<tail>[0-9A-F]{7})$/;
const RECENT = /^[A-W][0-9A-F]{9}$/;

const SHAPE = '[0-9]{7}[0-9A-F]{3}|[A-Z][0-9A-F]{9}';

/** How the control digits follow from the others: `(tail × 211) mod modulus`; a tail of zeroes is never given out. */
function controlHolds(code: string, form: RegExp, [radix, modulus]: readonly [number, number]): boolean {
  const { tail = '', control = '' } = form.exec(code)?.groups ?? {};
  const number = Number.parseInt(tail, radix);
  return number > 0 && (number * 211) % modulus === Number.parseInt(control, 16);
}

function fault(code: string): 'shape' | 'control' | undefined {
  if (RECENT.test(code)) return undefined;
  if (NUMERIC.test(code)) return controlHolds(code, NUMERIC, [10, 4091]) ? undefined : 'control';
  if (SIMPLIFIED.test(code)) return controlHolds(code, SIMPLIFIED, [16, 251]) ? undefined : 'control';
  return 'shape';
}

function readCig(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const code = codeIn(value, /[^\p{L}\p{N}]/gu).replace(/^CIG/, '');
  const wrong = fault(code);
  return wrong ? refuse(`cig.${wrong}`, { given: code.slice(0, 20) }) : readText(code, component, LENGTH);
}

/**
 * The code of a public tender (CIG; L. 136/2010, art. 3). The older ones are seven digits with three hexadecimal
 * control digits, and those of small purchases (SmartCIG) begin with X, Y or Z and two control digits; the rules of
 * both are those of AgID's schematron for Peppol orders (INT-T01-R037). Codes given out since 2024 begin with another
 * letter; how they are controlled has not been published.
 */
export const cig: FieldSchema = {
  type: 'cig',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 15,
  isEmpty: isBlank,
  read: readCig,
  print: printText,
  jsonSchema: (component) => textSchema(component, LENGTH, SHAPE),
};
