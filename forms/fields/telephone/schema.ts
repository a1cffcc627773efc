import type { FieldComponent, Json } from '../../schema/document.ts';
import { isBlank, oneLine, printText, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

/** ITU-T E.164: at most 15 digits; Italian numbers have at least 6. */
const NUMBER = /^\+?\d{6,15}$/;

function readTelephone(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const written = oneLine(value);
  const number = written.replace(/[\s().\-/]/g, '').replace(/^00/, '+');
  return NUMBER.test(number)
    ? readText(number, component, 16)
    : refuse('telephone.unreadable', { given: written.slice(0, 40) });
}

/** A telephone number; the answer has digits only, with a leading `+` for the country. */
export const telephone: FieldSchema = {
  type: 'telephone',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 12,
  isEmpty: isBlank,
  read: readTelephone,
  print: printText,
  jsonSchema: (component) => textSchema(component, 16, '\\+?\\d{6,15}'),
};
