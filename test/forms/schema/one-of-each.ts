import { fieldSchemas } from '../../../forms/fields/schemas.ts';
import type { FieldType, Municipality } from '../../../forms/fields/types.ts';
import type { FieldComponent, FormDocument, Json } from '../../../forms/schema/document.ts';
import { municipalityBook } from '../../../forms/schema/lookups.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const bologna: Municipality = {
  istatCode: '037006',
  name: 'Bologna',
  province: 'BO',
  cadastralCode: 'A944',
  validFrom: '1861-03-17',
};

/** The day and the look-ups with which every type of field can be read. */
export const everyLookup = {
  today: '2026-11-23',
  uploads: (uploadId: string) => ({ name: `${uploadId}.pdf`, size: 10, mediaType: 'application/pdf' }),
  municipalities: municipalityBook([bologna]),
  liesIn: () => true,
  choices: () => choices('a', 'b'),
};

const place = { istatCode: '037006', name: 'Bologna', province: 'BO' };
const address = {
  street: 'Via Zamboni',
  number: '33',
  postalCode: '40126',
  municipality: 'Bologna',
  province: 'BO',
  country: 'Italia',
};
const person = {
  ...{ familyName: 'Prova', givenName: 'Ada', fiscalCode: 'PRVDAA85D43A944G' },
  ...{ bornOn: '1985-04-03', bornIn: 'Bologna' },
};
const company = {
  ...{ name: 'Forno', vatNumber: 'IT12345678903', seat: address, rea: 'BO 123456' },
  ...{ ateco: '107110', certifiedMail: 'forno@pec.esempio.it' },
};

/** Answers that a field of each type accepts, alone or among others that it may refuse. */
export const rightAnswers: Readonly<Record<string, readonly Json[]>> = {
  textfield: ['Ada', ' due  parole '],
  textarea: ['Prima riga\r\nseconda'],
  number: [3, '1.234,5', -0],
  radio: ['a'],
  select: ['b'],
  checklist: [['c', 'a'], ['b']],
  checkbox: [true, false],
  datetime: ['2026-10-04', '4/10/2026'],
  filepicker: [[{ uploadId: 'u', name: 'x', size: 1 }]],
  email: ['Ada@ESEMPIO.it'],
  telephone: ['051 1234567', '+39 051 12345'],
  'fiscal-code': ['prvdaa85d43a944g', '12345678903'],
  body: ['c_a944'],
  url: ['esempio.it/à b'],
  amount: [123_450, '12,50'],
  iban: ['IT60 X054 2811 1010 0000 0123 456'],
  'certified-mail': ['forno@pec.esempio.it'],
  'vat-number': ['12345678903'],
  cup: ['G39G19000560002'],
  cig: ['81970714FA'],
  ateco: ['56.10.11'],
  period: [{ from: '2026-10-04', to: '2026-10-05' }],
  municipality: [place],
  'cadastral-parcel': [{ municipality: place, kind: 'land', sheet: '012', parcel: '345/2' }],
  address: [address, { ...address, province: null, country: 'Francia' }],
  person: [person],
  company: [company],
  map: [{ type: 'Point', coordinates: [11.342617, 44.494887] }],
  signature: [{ text: 'Nome', at: '2026-11-22T10:00:00Z' }],
  declarations: [
    ['a', 'b', 'c'],
    [{ value: 'a' }, { value: 'b' }, { value: 'c' }],
  ],
};

/** The key of the field of a type in the forms below. */
export const keyOf = (type: string): string => type.replaceAll('-', '_');

/** A field of every type, under a key of its name. */
export const oneOfEach: readonly FieldComponent[] = Object.values(fieldSchemas).map(({ type, carriers }) =>
  aField({
    key: keyOf(type),
    type: carriers[0] ?? type,
    ...(carriers.includes(type) ? {} : { properties: { type } }),
    values: choices('a', 'b', 'c'),
    ...(type === 'expression' ? { expression: '=number + 1' } : {}),
  }),
);

/** A form with every type twice, on a page and in a list; with conditions, a computed field and a rule. */
export const formOfEach: FormDocument = aForm(
  aPage('uno', oneOfEach),
  aPage('due', [aList('voci', oneOfEach), aField({ key: 'altro', conditional: { hide: '=checkbox' } })], {
    conditional: { hide: '=number > 10' },
  }),
  aField({ key: 'doppio', type: 'number', properties: { computed: '=number * 2' } }),
  aField({
    key: 'nota',
    properties: { requiredWhen: '=checkbox' },
    validate: { rules: [{ expression: '=nota = null or nota != textfield', message: 'La nota ripete il testo' }] },
  }),
);

/** The types of all fields. */
export const allTypes = Object.keys(fieldSchemas) as readonly FieldType[];
