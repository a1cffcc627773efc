import type { FieldComponent, Json } from '../../schema/document.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';
import { formatMoney } from '../../text/format.ts';
import { doubtfulNumber, parseNumber } from '../number/schema.ts';
import { isBlank, refuse, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

const CENTS = 100;

/** Of an amount a dot before three figures can only part thousands. */
const EURO: FieldComponent = { type: 'number', key: 'euro', decimalDigits: 2 };

/** Euro as cents. A limit such as 0.29 is no exact binary number: the nearest cent is meant. */
const inCents = (euro: number): number => Math.round(euro * CENTS);

const tooLarge = (max: number, given: number): Reading =>
  refuse('amount.too-large', { max: formatMoney(max), given: formatMoney(given) });

/** A text without the sign or the name of the euro. */
const withoutSign = (text: string): string => text.replace(/€|euro|\beur\b/gi, '');

/**
 * The cents of a text that others understand in another way, for showing them at once; undefined for any other text.
 */
export function doubtfulCents(text: string): number | undefined {
  const euro = doubtfulNumber(withoutSign(text), EURO);
  return euro === undefined || Number(euro.toFixed(2)) !== euro ? undefined : inCents(euro);
}

/** The cents that a person wrote in euro, the Italian way: `1.234,5` gives 123450. */
function readText(text: string): Reading {
  const euro = parseNumber(withoutSign(text));
  if (euro === undefined) return refuse('amount.unreadable', { given: text.trim().slice(0, 40) });
  if (Math.abs(euro) * CENTS > Number.MAX_SAFE_INTEGER) return tooLarge(Number.MAX_SAFE_INTEGER, euro * CENTS);
  return Number(euro.toFixed(2)) === euro ? { value: inCents(euro) } : refuse('amount.decimals');
}

function limits(cents: number, { validate: { min, max } = {} }: FieldComponent): Reading {
  if (min !== undefined && cents < inCents(min)) {
    return refuse('amount.too-small', { min: formatMoney(inCents(min)), given: formatMoney(cents) });
  }
  if (max !== undefined && cents > inCents(max)) return tooLarge(inCents(max), cents);
  // Adding zero turns -0, which JSON cannot hold, into 0.
  return { value: cents + 0 };
}

function readAmount(value: Json, component: FieldComponent): Reading {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? limits(value, component) : wrongType('cents');
  }
  if (typeof value !== 'string') return wrongType('cents');
  const reading = readText(value);
  return 'value' in reading && typeof reading.value === 'number' ? limits(reading.value, component) : reading;
}

function amountSchema({ validate: { min, max } = {} }: FieldComponent): JsonSchema {
  return {
    type: 'integer',
    minimum: min === undefined ? Number.MIN_SAFE_INTEGER : inCents(min),
    maximum: max === undefined ? Number.MAX_SAFE_INTEGER : inCents(max),
  };
}

/**
 * An amount of money; the answer is a whole number of cents. A text is in euro, written the Italian way; `validate.min`
 * and `validate.max` are in euro too.
 */
export const amount: FieldSchema = {
  type: 'amount',
  carriers: ['number', 'textfield'],
  emptyValue: '',
  seconds: 15,
  isEmpty: isBlank,
  read: readAmount,
  print: (value) => (typeof value === 'number' ? formatMoney(value) : ''),
  jsonSchema: amountSchema,
};
