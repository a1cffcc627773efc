import type { FieldComponent, Json } from '../../schema/document.ts';
import { oneLine } from '../../schema/clean.ts';
import { isBlank, refuse, wrongType } from '../rules.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';
import type { Complaint, FieldSchema, Reading } from '../types.ts';

/** What parts thousands: a dot, a space, or an apostrophe as in Switzerland; the same one throughout. */
const GROUPED = /^-?[1-9]\d{0,2}([. '’])\d{3}(?:\1\d{3})*(?:,\d*)?$/;
const PLAIN = /^-?(?:\d+[.,]?\d*|[.,]\d+)$/;
/** One dot before three figures may part thousands or be meant as the decimal mark. */
const TWOFOLD = /^-?[1-9]\d{0,2}\.\d{3}$/;

const tidied = (text: string): string =>
  oneLine(text)
    .replace(/^\+ ?/, '')
    .replace(/^\p{Pd} ?|^− ?/u, '-');

/**
 * The number that a person wrote the Italian way: `1.234,5` and `1234,5` give 1234.5. A single dot that cannot part
 * thousands is taken as the decimal mark, so `12.5` gives 12.5, `0.125` gives 0.125 and `1.234` gives 1234. Undefined
 * when it is no number.
 */
export function parseNumber(text: string): number | undefined {
  const written = tidied(text);
  if (GROUPED.test(written)) return Number(written.replace(/[. '’]/g, '').replace(',', '.'));
  return PLAIN.test(written) ? Number(written.replace(',', '.')) : undefined;
}

/** True for a text such as `44.494`, which other people write for 44,494. */
const isTwofold = (text: string): boolean => TWOFOLD.test(tidied(text));

/** The other number that a twofold text may mean. */
const otherReading = (text: string): number => Number(tidied(text));

function limits(number: number, component: FieldComponent): Reading {
  const { min, max } = component.validate ?? {};
  if (min !== undefined && number < min) return refuse('number.too-small', { min, given: number });
  if (max !== undefined && number > max) return refuse('number.too-large', { max, given: number });
  const decimals = component.decimalDigits;
  if (decimals !== undefined && Number(number.toFixed(decimals)) !== number) {
    return decimals === 0 ? refuse('number.whole', { given: number }) : refuse('number.decimals', { decimals });
  }
  return { value: number };
}

function readFinite(number: number, component: FieldComponent): Reading {
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER) return refuse('number.too-large', { max: Number.MAX_SAFE_INTEGER });
  // Adding zero turns -0, which JSON cannot hold, into 0.
  return limits(number + 0, component);
}

/**
 * Where three decimals are usual, or where only the decimal reading is allowed, a twofold text is asked about and not
 * guessed; anywhere else its dot parts thousands, and the field shows what was read.
 */
function isAsked(text: string, component: FieldComponent): boolean {
  if (!isTwofold(text)) return false;
  const { decimalDigits = 0 } = component;
  if (decimalDigits >= 3) return true;
  const fits = (number: number): boolean => 'value' in readFinite(number, component);
  return !fits(parseNumber(text) ?? Number.NaN) && fits(otherReading(text));
}

/**
 * The number that is read from a text whose dot or comma others understand in another way, for showing it at once;
 * undefined when the text is no number, nothing in it can be taken otherwise, or it is asked.
 */
export function doubtfulNumber(text: string, component: FieldComponent): number | undefined {
  const isPlain = !/[.,]/.test(text) || /,\d{0,2}$/.test(tidied(text)) || /\..*\./.test(text);
  return isPlain || isAsked(text, component) ? undefined : parseNumber(text);
}

function readNumber(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'number' && typeof value !== 'string') return wrongType('number');
  const number = typeof value === 'string' ? parseNumber(value) : value;
  if (number === undefined || !Number.isFinite(number)) return refuse('number.unreadable');
  if (typeof value === 'string' && isAsked(value, component)) {
    const written = tidied(value);
    return refuse('number.twofold', {
      given: written,
      one: written.replace('.', ''),
      other: written.replace('.', ','),
    });
  }
  return readFinite(number, component);
}

function printNumber(value: Json, component: FieldComponent): string {
  if (typeof value !== 'number') return '';
  const decimals = component.decimalDigits;
  const number = value.toLocaleString('it-IT', {
    useGrouping: 'always',
    minimumFractionDigits: Number.isInteger(value) ? 0 : Math.min(decimals ?? 0, 20),
    maximumFractionDigits: Math.min(decimals ?? 10, 20),
  });
  const { prefixAdorner = '', suffixAdorner = '' } = component.appearance ?? {};
  return [prefixAdorner, number, suffixAdorner].filter((part) => part !== '').join('\u00a0');
}

/** Decimals are left to the reading: `multipleOf: 0.01` refuses 0.07 in validators that divide doubles. */
function numberSchema({ validate = {}, decimalDigits }: FieldComponent): JsonSchema {
  const { min, max } = validate;
  return {
    type: decimalDigits === 0 ? 'integer' : 'number',
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  };
}

function checkDecimals({ decimalDigits }: FieldComponent): Complaint | undefined {
  const isRight =
    decimalDigits === undefined || (Number.isInteger(decimalDigits) && decimalDigits >= 0 && decimalDigits <= 10);
  return isRight
    ? undefined
    : { code: 'form.bad-property', params: { value: String(decimalDigits), expected: '0-10' } };
}

/** A number; the answer is a JSON number, and text written the Italian way is understood. */
export const number: FieldSchema = {
  type: 'number',
  carriers: ['number'],
  emptyValue: '',
  seconds: 15,
  isEmpty: isBlank,
  read: readNumber,
  print: printNumber,
  check: checkDecimals,
  jsonSchema: numberSchema,
};
