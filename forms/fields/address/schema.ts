import type { FieldComponent, Json } from '../../schema/document.ts';
import { blockSchema, partsOf, partsSchema, type Block, type Part, type PrintedPart } from '../parts.ts';
import { codeIn, oneLine } from '../../schema/clean.ts';
import { refuse, wrongType } from '../rules.ts';
import { textfield } from '../textfield/schema.ts';
import type { FieldSchema, Reading } from '../types.ts';
import { provinceOf, provinces } from './provinces.ts';

const ITALY = 'Italia';

/** The first and the last postal code that Poste Italiane uses. */
const FIRST_POSTAL_CODE = '00010';
const LAST_POSTAL_CODE = '98168';

function readPostalCode(value: Json): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const code = codeIn(value, /^CAP:?/i);
  const isUsed = /^\d{5}$/.test(code) && code >= FIRST_POSTAL_CODE && code <= LAST_POSTAL_CODE;
  return isUsed ? { value: code } : refuse('address.postal-code', { given: oneLine(value).slice(0, 20) });
}

function readProvince(value: Json): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const letters = provinceOf(value);
  return letters ? { value: letters } : refuse('address.province', { given: oneLine(value).slice(0, 40) });
}

/** Italy by its names and its codes (ISO 3166-1). */
const NAMES_OF_ITALY: readonly string[] = ['', 'ITALIA', 'ITALY', 'IT', 'ITA', 'REPUBBLICAITALIANA'];

const isItaly = (country: Json | undefined): boolean =>
  typeof country !== 'string' || NAMES_OF_ITALY.includes(codeIn(country, /\./g));

const postalCode: FieldSchema = {
  ...textfield,
  read: readPostalCode,
  jsonSchema: () => ({ type: 'string', pattern: '^[0-9]{5}$' }),
};
const province: FieldSchema = {
  ...textfield,
  read: readProvince,
  jsonSchema: () => ({ enum: Object.keys(provinces) }),
};
const country: FieldSchema = {
  ...textfield,
  read: (value, component, context) =>
    typeof value === 'string' && isItaly(value) ? { value: ITALY } : textfield.read(value, component, context),
};

const upTo = (maxLength: number): Pick<FieldComponent, 'validate'> => ({ validate: { maxLength } });

const parts: readonly Part[] = [
  {
    key: 'street',
    label: 'fields.address.street',
    schema: textfield,
    settings: upTo(150),
    autocomplete: 'address-line1',
  },
  {
    key: 'number',
    label: 'fields.address.number',
    hint: 'fields.address.numberHint',
    schema: textfield,
    settings: upTo(20),
  },
  { key: 'postalCode', label: 'fields.address.postalCode', schema: postalCode, autocomplete: 'postal-code' },
  {
    key: 'municipality',
    label: 'fields.address.municipality',
    schema: textfield,
    settings: upTo(100),
    autocomplete: 'address-level2',
  },
  {
    key: 'province',
    label: 'fields.address.province',
    hint: 'fields.address.provinceHint',
    schema: province,
    autocomplete: 'address-level1',
  },
  {
    key: 'country',
    label: 'fields.address.country',
    schema: country,
    settings: upTo(60),
    initial: ITALY,
    autocomplete: 'country-name',
  },
];

/** Abroad there are no Italian provinces, and postal codes have any form or none. */
const abroad = (asked: readonly Part[]): readonly Part[] =>
  asked
    .filter(({ key }) => key !== 'province')
    .map((part) =>
      part.key === 'postalCode' ? { ...part, schema: textfield, settings: upTo(20), isOptional: true } : part,
    );

const asksCountry = (asked: readonly Part[]): boolean => asked.some(({ key }) => key === 'country');

function printAddress(printed: readonly PrintedPart[]): string {
  const text = (key: string): string => printed.find((part) => part.key === key)?.text ?? '';
  const line = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');
  const letters = text('province');
  return [
    line(text('street'), text('number')),
    line(text('postalCode'), text('municipality'), letters && `(${letters})`),
    isItaly(text('country')) ? '' : text('country'),
  ]
    .filter((each) => each !== '')
    .join('\n');
}

/** The parts of an address; also for the fields that show them. */
export const addressBlock: Block = {
  type: 'address',
  seconds: 45,
  parts,
  usual: 'street, number, postalCode, municipality, province, country',
  adapt: (asked, written) => (asksCountry(asked) && !isItaly(written['country']) ? abroad(asked) : asked),
  print: printAddress,
};

/**
 * An address: street, number, postal code, municipality, province as two letters and country, which is Italia unless
 * another is written; abroad there is no province and any postal code. `properties.parts` picks the parts.
 */
export const address: FieldSchema = {
  ...blockSchema(addressBlock),
  jsonSchema: (component) => {
    const asked = partsOf(addressBlock, component, {});
    return asksCountry(asked) ? { anyOf: [asked, abroad(asked)].map(partsSchema) } : partsSchema(asked);
  },
};
