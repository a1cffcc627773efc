import { oneLine } from '../../schema/clean.ts';
import type { FieldComponent, Json } from '../../schema/document.ts';
import { isBlank, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

/** ITU-T E.164: at most 15 digits; Italian numbers have at least 6. */
const NUMBER = /^\+?\d{6,15}$/;

/** A number, `int.` and at most six digits of the extension. */
const LONGEST = 16 + 6 + 6;

/** What is pasted before a number: `Tel.:`, `Cell.`, `tel:` of a link. */
const BEFORE = /^(?:tel(?:efono)?|cell(?:ulare)?|mobile|phone|fax)?[\s.:]*(?=[+(\d])/i;

/** An extension behind the number: `int. 12`, `interno 12`, `ext. 12`, `;ext=12`, `x12`, `#12`. */
const EXTENSION = /[\s,;]*(?:\b(?:interno|int|ext|extension)\b|x|#)[\s.:=]*(\d{1,6})$/i;

/** Two numbers in one field are parted by a slash, as an area code is: both parts are long then. */
const isTwo = (text: string): boolean =>
  text.split('/').filter((part) => part.replace(/\D/g, '').length >= 6).length > 1;

/** The digits of a number; the zero in brackets that is not dialled from abroad goes, Italian numbers keep theirs. */
const digitsOf = (text: string): string =>
  text
    .replace(/^(\+(?!39)\d+\s*)\(0\)/, '$1')
    .replace(/[\s().·/]|\p{Pd}|−/gu, '')
    .replace(/^00/, '+');

function readTelephone(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const written = oneLine(value).normalize('NFKC').replace(BEFORE, '');
  const extension = EXTENSION.exec(written)?.[1];
  const number = digitsOf(written.replace(EXTENSION, ''));
  return NUMBER.test(number) && !isTwo(written)
    ? readText(extension === undefined ? number : `${number} int. ${extension}`, component, LONGEST)
    : refuse('telephone.unreadable', { given: written.slice(0, 40) });
}

/**
 * A telephone number; the answer has digits only, with a leading `+` for the country and ` int. 12` for an extension.
 */
export const telephone: FieldSchema = {
  type: 'telephone',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 12,
  isEmpty: isBlank,
  read: readTelephone,
  print: printText,
  jsonSchema: (component) => textSchema(component, LONGEST, '\\+?\\d{6,15}(?: int\\. \\d{1,6})?'),
};
