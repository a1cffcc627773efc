import type { ReadContext } from '../../../forms/fields/types.ts';
import type { FieldComponent, Json } from '../../../forms/schema/document.ts';
import { aField } from '../schema/a-form.ts';

const bologna = { istatCode: '037006', name: 'Bologna', province: 'BO' };
const modena = { istatCode: '036023', name: 'Modena', province: 'MO' };
const listed = [
  { ...bologna, cadastralCode: 'A944', validFrom: '0001-01-01' },
  { ...modena, cadastralCode: 'F257', validFrom: '0001-01-01' },
];

/** What reading is told in these cases. */
export const context: ReadContext = {
  today: '2026-11-23',
  municipalities: (istatCode) => listed.find((each) => each.istatCode === istatCode),
  choices: (source) =>
    source === 'vocabulary:legal-status' ? [{ value: '1.2.20', label: 'Società in nome collettivo' }] : undefined,
};

/** A field of one of our types. */
export const ours = (type: string, properties: Record<string, string> = {}): FieldComponent =>
  aField({ properties: { type, ...properties } });

/** A right person. */
export const ada = {
  familyName: 'Prova',
  givenName: 'Ada',
  fiscalCode: 'PRVDAA85D43A944G',
  bornOn: '1985-04-03',
  bornIn: 'Bologna',
};
const street = {
  street: 'Via Zamboni',
  number: '33',
  postalCode: '40126',
  municipality: 'Bologna',
  province: 'BO',
};
/** A right address, in normal form. */
export const home = { ...street, country: 'Italia' };
/** A right address abroad. */
export const paris = { street: 'Rue de Rivoli', number: '10', municipality: 'Paris', country: 'Francia' };
const london = {
  ...{ street: 'Downing Street', number: '10', postalCode: 'SW1A 2AA' },
  ...{ municipality: 'London', country: 'Regno Unito' },
};
/** A right company. */
export const bakery = {
  name: 'Forno Prova S.n.c.',
  vatNumber: '12345678903',
  seat: home,
  rea: 'BO-123456',
  ateco: '10.71.10',
  certifiedMail: 'forno@pec.esempio.it',
};

const born = { givenName: 'Ada', fiscalCode: 'PRVDAA85D43A944G' };
const bornThere = 'givenName, fiscalCode, birthMunicipality';

const everyFact = 'familyName, givenName, fiscalCode, bornOn, bornIn, sex';

/** Reason, field, value given, value read. */
export const accepted: readonly (readonly [string, FieldComponent, Json, Json])[] = [
  ['a person', ours('person'), ada, ada],
  ['a day written the Italian way', ours('person'), { ...ada, bornOn: '3/4/1985' }, ada],
  [
    'a fiscal code with an omocody letter',
    ours('person'),
    { ...ada, fiscalCode: 'PRVDAA85D43A94QD' },
    { ...ada, fiscalCode: 'PRVDAA85D43A94QD' },
  ],
  ['parts that are not asked for are dropped', ours('person'), { ...ada, phone: '051 123456', role: 'x' }, ada],
  ['a sex that agrees with the code', ours('person', { parts: everyFact }), { ...ada, sex: 'F' }, { ...ada, sex: 'F' }],
  [
    'a part that may be left out',
    ours('person', { parts: 'givenName, email?' }),
    { givenName: 'Ada', email: ' ' },
    { givenName: 'Ada' },
  ],
  [
    'a part that may be given',
    ours('person', { parts: 'givenName, email?' }),
    { givenName: 'Ada', email: 'ada@ESEMPIO.it' },
    { givenName: 'Ada', email: 'ada@esempio.it' },
  ],
  [
    'a municipality of birth that agrees with the code',
    ours('person', { parts: bornThere }),
    { ...born, birthMunicipality: { istatCode: '037006' } },
    { ...born, birthMunicipality: bologna },
  ],
  ['an address without country is Italian', ours('address'), street, home],
  ['a country in capitals', ours('address'), { ...street, country: 'ITALIA' }, home],
  [
    'a province by its name',
    ours('address'),
    { ...street, province: "Reggio nell'Emilia" },
    { ...home, province: 'RE' },
  ],
  ['a province in lower case', ours('address'), { ...street, province: 'bo' }, home],
  [
    'the first postal code of all',
    ours('address'),
    { ...street, postalCode: '00010' },
    { ...home, postalCode: '00010' },
  ],
  ['an address abroad needs no province and no postal code', ours('address'), paris, paris],
  ['a postal code abroad has any form', ours('address'), london, london],
  ['a company', ours('company'), bakery, bakery],
  [
    'a company with another fiscal code',
    ours('company'),
    { ...bakery, fiscalCode: '80062590379' },
    {
      name: bakery.name,
      vatNumber: bakery.vatNumber,
      fiscalCode: '80062590379',
      seat: home,
      rea: bakery.rea,
      ateco: bakery.ateco,
      certifiedMail: bakery.certifiedMail,
    },
  ],
  ['the index number with spaces', ours('company', { parts: 'rea' }), { rea: 'bo - 123456' }, { rea: 'BO-123456' }],
  ['a legal form as a text', ours('company', { parts: 'legalForm' }), { legalForm: 'S.r.l.' }, { legalForm: 'S.r.l.' }],
  [
    'a legal form of the vocabulary',
    ours('company', { parts: 'legalForm', choicesFrom: 'vocabulary:legal-status' }),
    { legalForm: '1.2.20' },
    { legalForm: '1.2.20' },
  ],
];

/** Reason, field, value given, part and code of each complaint. */
export const refused: readonly (readonly [
  string,
  FieldComponent,
  Json,
  readonly (readonly [string | undefined, string])[],
])[] = [
  ['a text where a person belongs', ours('person'), 'Ada', [[undefined, 'field.wrong-type']]],
  [
    'a person without a name and with a wrong code',
    ours('person'),
    { ...ada, familyName: ' ', fiscalCode: 'X' },
    [
      ['familyName', 'field.required'],
      ['fiscalCode', 'fiscal-code.shape'],
    ],
  ],
  [
    'a code that is not of the family name',
    ours('person'),
    { ...ada, familyName: 'Rossi' },
    [['fiscalCode', 'fiscal-code.family-name']],
  ],
  [
    'a code that is not of the given name',
    ours('person'),
    { ...ada, givenName: 'Eva' },
    [['fiscalCode', 'fiscal-code.given-name']],
  ],
  [
    'a code that is not of the birth date',
    ours('person'),
    { ...ada, bornOn: '1985-04-04' },
    [['fiscalCode', 'fiscal-code.born-on']],
  ],
  [
    'a code that is not of the sex',
    ours('person', { parts: everyFact }),
    { ...ada, sex: 'M' },
    [['fiscalCode', 'fiscal-code.sex']],
  ],
  [
    'a code that is not of the municipality of birth',
    ours('person', { parts: bornThere }),
    { ...born, birthMunicipality: modena },
    [['fiscalCode', 'fiscal-code.born-in']],
  ],
  [
    'a birth date in the future',
    ours('person'),
    { ...ada, bornOn: '2026-11-24' },
    [
      ['fiscalCode', 'fiscal-code.born-on'],
      ['bornOn', 'date.too-late'],
    ],
  ],
  [
    'eleven digits whose last one is wrong as those of a person',
    ours('person'),
    { ...ada, fiscalCode: '12345678901' },
    [['fiscalCode', 'fiscal-code.eleven-digits']],
  ],
  ['a sex that is not in the list', ours('person', { parts: 'sex' }), { sex: 'x' }, [['sex', 'choice.unknown']]],
  [
    'a part of another type',
    ours('person', { parts: 'givenName' }),
    { givenName: { a: 1 } },
    [['givenName', 'field.wrong-type']],
  ],
  [
    'a postal code of four digits',
    ours('address'),
    { ...home, postalCode: '4012' },
    [['postalCode', 'address.postal-code']],
  ],
  [
    'a postal code below the first',
    ours('address'),
    { ...home, postalCode: '00009' },
    [['postalCode', 'address.postal-code']],
  ],
  [
    'a postal code above the last',
    ours('address'),
    { ...home, postalCode: '98169' },
    [['postalCode', 'address.postal-code']],
  ],
  ['letters of no province', ours('address'), { ...home, province: 'XX' }, [['province', 'address.province']]],
  [
    'an address with a country alone besides the street',
    ours('address'),
    { street: 'Via Zamboni', country: 'Francia' },
    [
      ['number', 'field.required'],
      ['municipality', 'field.required'],
    ],
  ],
  [
    'a country that is not asked for opens no way around the province',
    ours('address', { parts: 'postalCode, province' }),
    { postalCode: 'x', country: 'Francia' },
    [
      ['postalCode', 'address.postal-code'],
      ['province', 'field.required'],
    ],
  ],
  [
    'a part of a part of a company',
    ours('company'),
    { ...bakery, seat: { ...home, province: 'ZZ' } },
    [['seat.province', 'address.province']],
  ],
  ['a company without seat', ours('company'), { ...bakery, seat: {} }, [['seat', 'field.required']]],
  ['an index number of no province', ours('company'), { ...bakery, rea: 'XX-1' }, [['rea', 'company.rea']]],
  ['an index number without province', ours('company'), { ...bakery, rea: '123456' }, [['rea', 'company.rea']]],
  [
    'a legal form that the vocabulary does not have',
    ours('company', { parts: 'legalForm', choicesFrom: 'vocabulary:legal-status' }),
    { legalForm: '9' },
    [['legalForm', 'choice.unknown']],
  ],
];
