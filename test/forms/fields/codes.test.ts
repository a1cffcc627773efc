import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../forms/fields/schemas.ts';
import type { FieldComponent, Json } from '../../../forms/schema/document.ts';
import { aField } from '../schema/a-form.ts';

const context = { today: '2026-11-23' };

const ours = (type: string, overrides: Partial<FieldComponent> = {}): FieldComponent =>
  aField({ ...overrides, properties: { type, ...overrides.properties } });

const amount = ours('amount', { type: 'number' });
const limited = ours('amount', { type: 'number', validate: { min: 0.29, max: 1000 } });
const italian = ours('iban', { properties: { country: 'IT' } });

/** Reason, field, value given, value read. */
const accepted: readonly (readonly [string, FieldComponent, Json, Json])[] = [
  ['euro written the Italian way become cents', amount, '1.234,50', 123450],
  ['euro without cents', amount, '1.234', 123400],
  ['one decimal stands for ten cents', amount, '0,5', 50],
  ['the sign of the euro is passed over', amount, '€ 12,30', 1230],
  ['an amount below zero where nothing forbids it', amount, '-1', -100],
  ['a number is in cents already', amount, 123450, 123450],
  ['minus zero becomes zero', amount, -0, 0],
  ['a limit that is no exact binary number holds to the cent', limited, '0,29', 29],
  ['the most that is allowed', limited, '1000', 100000],
  [
    'an Italian account, in groups of four',
    ours('iban'),
    'IT60 X054 2811 1010 0000 0123 456',
    'IT60X0542811101000000123456',
  ],
  ['an account in lower case with hyphens', ours('iban'), 'de89-3704-0044-0532-0130-00', 'DE89370400440532013000'],
  ['an account with letters in it', ours('iban'), 'GB82WEST12345698765432', 'GB82WEST12345698765432'],
  [
    'an Italian account where only those are accepted',
    italian,
    'IT60X0542811101000000123456',
    'IT60X0542811101000000123456',
  ],
  ['the domain of a mailbox in lower case', ours('certified-mail'), ' Ditta@PEC.Esempio.IT ', 'Ditta@pec.esempio.it'],
  ['a VAT number', ours('vat-number'), '12345678903', '12345678903'],
  ['the prefix of the European form goes', ours('vat-number'), 'IT 01232710374', '01232710374'],
  ['a project code', ours('cup'), 'c11g06000000001', 'C11G06000000001'],
  ['a project code of a published tender', ours('cup'), 'G39G19000560002', 'G39G19000560002'],
  ['a project code with spaces', ours('cup'), 'C 1 1 G 06 00000 000 1', 'C11G06000000001'],
  ['an older tender code: 1 × 211 = 0D3', ours('cig'), '00000010d3', '00000010D3'],
  ['an older tender code: 1234567 × 211 mod 4091 = CE7', ours('cig'), '1234567CE7', '1234567CE7'],
  ['the code of a published tender', ours('cig'), '81970714FA', '81970714FA'],
  ['the code of a published small purchase', ours('cig'), 'ZF2 33CF431', 'ZF233CF431'],
  ['the code of a small purchase: 10 × 211 mod 251 = 66', ours('cig'), 'Z66000000A', 'Z66000000A'],
  ['a tender code given out since 2024', ours('cig'), 'A03D5B9B7C', 'A03D5B9B7C'],
  ['a division', ours('ateco'), '56', '56'],
  ['a group', ours('ateco'), '561', '56.1'],
  ['a class', ours('ateco'), '56.10', '56.10'],
  ['a category', ours('ateco'), '56.10.1', '56.10.1'],
  ['a subcategory without dots', ours('ateco'), '561011', '56.10.11'],
];

/** Reason, field, value given, code of the complaint. */
const refused: readonly (readonly [string, FieldComponent, Json, string])[] = [
  ['a word where an amount belongs', amount, 'dodici', 'amount.unreadable'],
  ['half a cent', amount, '1,005', 'amount.decimals'],
  ['cents that are no whole number', amount, 12.5, 'field.wrong-type'],
  ['an object where an amount belongs', amount, {}, 'field.wrong-type'],
  ['a cent below the least', limited, '0,28', 'amount.too-small'],
  ['a cent above the most', limited, '1000,01', 'amount.too-large'],
  ['more than JSON keeps exactly', amount, '99999999999999999', 'amount.too-large'],
  ['a word where an account belongs', ours('iban'), 'conto', 'iban.shape'],
  ['a number where an account belongs', ours('iban'), 60, 'field.wrong-type'],
  ['a country that has no IBAN', ours('iban'), 'US60X0542811101000000123456', 'iban.country'],
  ['an Italian account a character too short', ours('iban'), 'IT60X054281110100000012345', 'iban.structure'],
  ['an Italian account with a digit for its letter', ours('iban'), 'IT6010542811101000000123456', 'iban.structure'],
  ['two digits of an account exchanged', ours('iban'), 'IT60X0542811101000000123465', 'iban.control'],
  ['a German account where only Italian ones are accepted', italian, 'DE89370400440532013000', 'iban.not-italian'],
  ['a certified mailbox without domain', ours('certified-mail'), 'ditta@pec', 'certified-mail.unreadable'],
  ['a list where a mailbox belongs', ours('certified-mail'), [], 'field.wrong-type'],
  ['ten digits', ours('vat-number'), '1234567890', 'vat-number.shape'],
  ['a VAT number of another country', ours('vat-number'), 'DE123456789', 'vat-number.shape'],
  ['a wrong control digit', ours('vat-number'), '12345678901', 'vat-number.control'],
  ['zeroes, which pass the control digit', ours('vat-number'), '00000000000', 'vat-number.control'],
  ['a project code of fourteen characters', ours('cup'), 'C11G0600000000', 'cup.shape'],
  ['a project code that begins with a digit', ours('cup'), '111G06000000001', 'cup.shape'],
  ['a project code with a letter in its number', ours('cup'), 'C11G0600000000A', 'cup.shape'],
  ['a tender code of nine characters', ours('cig'), '1234567CE', 'cig.shape'],
  ['a tender code with a letter beyond F', ours('cig'), 'A03D5B9B7G', 'cig.shape'],
  ['an older tender code with wrong control digits', ours('cig'), '1234567CE8', 'cig.control'],
  ['an older tender code of zeroes', ours('cig'), '0000000000', 'cig.control'],
  ['the code of a small purchase with wrong control digits', ours('cig'), 'Z67000000A', 'cig.control'],
  ['a section', ours('ateco'), 'I', 'ateco.shape'],
  ['a section before the digits', ours('ateco'), 'I.56.10', 'ateco.shape'],
  ['one digit', ours('ateco'), '5', 'ateco.shape'],
  ['seven digits', ours('ateco'), '56.10.111', 'ateco.shape'],
  ['a division that does not exist', ours('ateco'), '04.10', 'ateco.division'],
];

const read = (field: FieldComponent, value: Json) => schemaOf(field).read(value, field, context);

describe('reading an amount or a code', () => {
  it.each(accepted)('accepts: %s', (...[, field, given, expected]) => {
    expect(read(field, given)).toEqual({ value: expected });
    expect(read(field, expected)).toEqual({ value: expected });
  });

  it.each(refused)('refuses: %s', (...[, field, given, code]) => {
    expect(read(field, given)).toMatchObject({ complaint: { code } });
  });
});

describe('printing an amount or a code', () => {
  it.each([
    ['cents as euro', amount, 12345050, '123.450,50\u00a0€'],
    ['an account in groups of four', ours('iban'), 'IT60X0542811101000000123456', 'IT60 X054 2811 1010 0000 0123 456'],
    ['a code as it stands', ours('cup'), 'C11G06000000001', 'C11G06000000001'],
  ])('gives %s', (...[, field, value, text]) => {
    expect(schemaOf(field).print(value, field, {})).toBe(text);
  });
});

describe('a form document', () => {
  it('accepts Italy as the only country of accounts', () => {
    expect(schemaOf(italian).check?.(italian)).toBeUndefined();
  });

  it('is refused with any other country of accounts', () => {
    const french = ours('iban', { properties: { country: 'FR' } });
    expect(schemaOf(french).check?.(french)).toMatchObject({ code: 'form.bad-property', params: { value: 'FR' } });
  });
});
