import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../forms/fields/schemas.ts';
import type { Answers, FieldComponent, Json } from '../../../forms/schema/document.ts';
import { context, ours, ada, home, paris, bakery, accepted, refused } from './block-cases.ts';

const read = (field: FieldComponent, value: Json) => schemaOf(field).read(value, field, context);

describe('reading a value with parts', () => {
  it.each(accepted)('accepts: %s', (...[, field, given, expected]) => {
    expect(read(field, given)).toEqual({ value: expected });
    expect(JSON.stringify(read(field, expected))).toBe(JSON.stringify({ value: expected }));
  });

  it.each(refused)('refuses: %s', (...[, field, given, expected]) => {
    const reading = read(field, given);
    const complaints = 'complaint' in reading ? [reading.complaint, ...(reading.more ?? [])] : [];
    expect(complaints.map(({ part, code }) => [part, code])).toEqual(expected);
  });

  it('labels a complaint with the innermost part', () => {
    const reading = read(ours('company'), { ...bakery, seat: { ...home, postalCode: '1' } });
    expect(reading).toMatchObject({
      complaint: { part: 'seat.postalCode', params: { labelKey: 'fields.address.postalCode', given: '1' } },
    });
  });
});

describe('an empty value with parts', () => {
  it.each([
    ['nothing', null, true],
    ['blank parts', { street: ' ', number: null }, true],
    ['the country that is there from the start', { country: 'Italia' }, true],
    ['another country', { country: 'Francia' }, false],
    ['one part', { number: '3' }, false],
    ['a text', 'Via Zamboni', false],
  ])('is told from a filled one: %s', (...[, value, expected]) => {
    expect(schemaOf(ours('address')).isEmpty(value)).toBe(expected);
  });
});

describe('printing a value with parts', () => {
  it.each([
    [
      'a person',
      ours('person'),
      ada,
      'Ada Prova\nCodice fiscale: PRVDAA85D43A944G\nData di nascita: 03/04/1985\nLuogo di nascita: Bologna',
    ],
    ['an address', ours('address'), home, 'Via Zamboni 33\n40126 Bologna (BO)'],
    ['an address abroad', ours('address'), paris, 'Rue de Rivoli 10\nParis\nFrancia'],
    [
      'a company',
      ours('company'),
      bakery,
      'Forno Prova S.n.c.\nPartita IVA: 12345678903\nSede legale: Via Zamboni 33, 40126 Bologna (BO)\nNumero REA: BO-123456\nCodice ATECO: 10.71.10\nPEC: forno@pec.esempio.it',
    ],
  ])('gives the lines of %s', (...[, field, value, text]) => {
    expect(schemaOf(field).print(value, field, {})).toBe(text);
  });
});

describe('the JSON Schema of a value with parts', () => {
  const validates = (field: FieldComponent, value: Json): boolean =>
    new Ajv2020({ strict: false, validateFormats: false }).compile(schemaOf(field).jsonSchema(field))(value);

  it.each(accepted)('allows what was read: %s', (...[, field, , value]) => {
    expect(validates(field, value)).toBe(true);
  });

  it.each<[string, FieldComponent, Answers]>([
    ['a part too many', ours('person'), { ...ada, phone: '051123456' }],
    ['a part too few', ours('person'), { givenName: 'Ada' }],
    ['a part of another shape', ours('address'), { ...home, postalCode: 'x', province: 'BO' }],
  ])('forbids %s', (...[, field, value]) => {
    expect(validates(field, value)).toBe(false);
  });
});

describe('the list of parts in a form document', () => {
  it.each([
    ['parts that exist', 'givenName, email?', undefined],
    ['an unknown part', 'givenName, height', 'height'],
    ['a part that stands twice', 'email, email?', 'email'],
    ['no part at all', ' , ', ''],
  ])('is judged: %s', (...[, parts, wrong]) => {
    const field = ours('person', { parts });
    expect(schemaOf(field).check?.(field)?.params?.['value']).toBe(wrong);
  });
});
