import { friendlyFormatIBAN, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import type { FieldComponent, Json } from '../../schema/document.ts';
import { codeIn } from '../../schema/clean.ts';
import { isBlank, readText, refuse, textSchema, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, Reading } from '../types.ts';

/** ISO 13616-1: two letters, two control digits, at most thirty characters of the country. */
const LONGEST_IBAN = 34;
const SHAPE = /^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/;

const onlyCountry = (component: FieldComponent): string | undefined => component.properties?.['country'];

/** What is wrong with an IBAN without spaces: its country, what the country's accounts look like, or mod 97. */
function fault(iban: string): string | undefined {
  if (!SHAPE.test(iban)) return 'shape';
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid) return undefined;
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'country';
  const isMisshapen = [ValidationErrorsIBAN.WrongBBANLength, ValidationErrorsIBAN.WrongBBANFormat].some((code) =>
    errorCodes.includes(code),
  );
  return isMisshapen ? 'structure' : 'control';
}

function readIban(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const iban = codeIn(value, /[^\p{L}\p{N}]/gu).replace(/^IBAN/, '');
  const given = iban.slice(0, LONGEST_IBAN + 1);
  const wrong = fault(iban);
  if (wrong) return refuse(`iban.${wrong}`, { given, country: given.slice(0, 2) });
  if (onlyCountry(component) === 'IT' && !iban.startsWith('IT')) return refuse('iban.not-italian', { given });
  return readText(iban, component, LONGEST_IBAN);
}

function checkCountry(component: FieldComponent): Complaint | undefined {
  const country = onlyCountry(component);
  return country === undefined || country === 'IT'
    ? undefined
    : { code: 'form.bad-property', params: { value: country, expected: 'IT' } };
}

/** The structure of Italian accounts: a control letter, bank and branch, twelve characters of the account. */
const ITALIAN = 'IT[0-9]{2}[A-Z][0-9]{10}[A-Z0-9]{12}';
const ANY = '[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}';

/**
 * A bank account as an IBAN without spaces, in upper case: the country's structure and the control digits (ISO 13616-1,
 * ISO 7064 mod 97-10) are right. `properties.country` is `IT` when only Italian accounts are accepted.
 */
export const iban: FieldSchema = {
  type: 'iban',
  carriers: ['textfield'],
  emptyValue: '',
  seconds: 30,
  isEmpty: isBlank,
  read: readIban,
  print: (value) => (typeof value === 'string' ? (friendlyFormatIBAN(value) ?? value) : ''),
  jsonSchema: (component) => textSchema(component, LONGEST_IBAN, onlyCountry(component) === 'IT' ? ITALIAN : ANY),
  check: checkCountry,
};
