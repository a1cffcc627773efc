import { describe, expect, it } from 'vitest';
import { cadastralParcel } from '../../../forms/fields/cadastral-parcel/schema.ts';
import { map } from '../../../forms/fields/map/schema.ts';
import { municipality } from '../../../forms/fields/municipality/schema.ts';
import type { Municipality, ReadContext } from '../../../forms/fields/types.ts';
import type { FieldComponent, Json } from '../../../forms/schema/document.ts';
import { DAY_ONE, municipalityBook } from '../../../forms/schema/lookups.ts';
import { liesIn, municipalityAt } from '../../../forms/territory/territory.ts';
import { aField } from '../schema/a-form.ts';
import { codesOf, type Accepted, type Refused } from './cases.ts';

const list: readonly Municipality[] = [
  { istatCode: '037006', name: 'Bologna', province: 'BO', cadastralCode: 'A944', validFrom: DAY_ONE },
  { istatCode: '037004', name: 'Bazzano', province: 'BO', validFrom: DAY_ONE, validTo: '2013-12-31' },
  { istatCode: '037061', name: 'Valsamoggia', province: 'BO', validFrom: '2014-01-01' },
  { istatCode: '035018', name: "Ciano D'Enza", province: 'RE', validFrom: DAY_ONE, validTo: '1991-06-17' },
  { istatCode: '035018', name: 'Canossa', province: 'RE', validFrom: '1991-06-18' },
];

const beside = { natoIl: '1985-02-01', dopo: '2020-06-01', comune: { istatCode: '037006' }, altro: 'no' };
const context: ReadContext = { today: '2026-11-23', municipalities: municipalityBook(list), liesIn, beside };

const aComune = (properties: Readonly<Record<string, string>> = {}): FieldComponent =>
  aField({ properties: { type: 'municipality', ...properties } });
const named = (istatCode: string, name = 'Qualunque', province = 'XX'): Json => ({ istatCode, name, province });

describe('a municipality', () => {
  const accepted: readonly Accepted[] = [
    ['takes name and province from the list', aComune(), named('037006'), named('037006', 'Bologna', 'BO')],
    ['may be a suppressed one when no day is asked', aComune(), named('037004'), named('037004', 'Bazzano', 'BO')],
    ['exists today', aComune({ validOn: 'today' }), named('037061'), named('037061', 'Valsamoggia', 'BO')],
    [
      'existed on the day answered beside',
      aComune({ validOn: 'natoIl' }),
      named('037004'),
      named('037004', 'Bazzano', 'BO'),
    ],
    [
      'has the name of that day',
      aComune({ validOn: 'natoIl' }),
      named('035018'),
      named('035018', "Ciano D'Enza", 'RE'),
    ],
    ['has the name of today', aComune({ validOn: 'today' }), named('035018'), named('035018', 'Canossa', 'RE')],
    [
      'is taken on any day while the date beside is unread',
      aComune({ validOn: 'altro' }),
      named('037004'),
      named('037004', 'Bazzano', 'BO'),
    ],
  ];
  it.each(accepted)('%s', (_reason, ...[component, given, read]) => {
    expect(municipality.read(given, component, context)).toEqual({ value: read });
    expect(municipality.read(read, component, context)).toEqual({ value: read });
  });

  const refused: readonly Refused[] = [
    ['a text', aComune(), 'Bologna', ['field.wrong-type']],
    ['an object without a code', aComune(), { name: 'Bologna' }, ['field.wrong-type']],
    ['a code of another shape', aComune(), named('A944'), ['municipality.unreadable']],
    ['a code that the list does not have', aComune(), named('999999'), ['municipality.unknown']],
    ['one that is gone today', aComune({ validOn: 'today' }), named('037004'), ['municipality.no-longer']],
    ['one that was not there yet', aComune({ validOn: 'natoIl' }), named('037061'), ['municipality.not-yet']],
  ];
  it.each(refused)('refuses %s', (_reason, ...[component, given, codes]) => {
    expect(codesOf(municipality, given, [component, context])).toEqual(codes);
  });

  it('is not accepted where nobody can look it up', () => {
    expect(codesOf(municipality, named('037006'), [aComune(), { today: '2026-11-23' }])).toEqual([
      'municipality.unverified',
    ]);
  });

  it('is printed with its province', () => {
    expect(municipality.print(named('037006', 'Bologna', 'BO'), aComune(), {})).toBe('Bologna (BO)');
  });

  it('refuses a document whose day is no key', () => {
    expect(municipality.check?.(aComune({ validOn: '2026-01-01' }))).toMatchObject({ code: 'form.bad-property' });
    expect(municipality.check?.(aComune({ validOn: 'natoIl' }))).toBeUndefined();
  });
});

describe('a cadastral parcel', () => {
  const aParcel = (properties: Readonly<Record<string, string>> = {}): FieldComponent =>
    aField({ properties: { type: 'cadastral-parcel', ...properties } });
  const whole = { municipality: named('037006', 'Bologna', 'BO'), kind: 'land', sheet: '12', parcel: '345/2' };
  const read = { ...whole, cadastralCode: 'A944' };

  const accepted: readonly Accepted[] = [
    ['takes the cadastral code from the list', aParcel(), whole, read],
    [
      'loses leading zeros and spaces',
      aParcel(),
      { ...whole, sheet: ' 0012', subaltern: '007' },
      { ...read, subaltern: '7' },
    ],
    ['has a section in capitals', aParcel(), { ...whole, section: 'b' }, { ...read, section: 'B' }],
    ['has only the parts that are asked', aParcel({ parts: 'sheet, parcel' }), whole, { sheet: '12', parcel: '345/2' }],
  ];
  it.each(accepted)('%s', (_reason, ...[component, given, value]) => {
    expect(cadastralParcel.read(given, component, context)).toEqual({ value });
  });

  const refused: readonly Refused[] = [
    ['a list', aParcel(), [], ['field.wrong-type']],
    [
      'one without its register and sheet',
      aParcel(),
      { ...whole, kind: '', sheet: '' },
      ['kind: field.required', 'sheet: field.required'],
    ],
    ['a register that there is not', aParcel(), { ...whole, kind: 'sea' }, ['kind: choice.unknown']],
    ['a sheet of five digits', aParcel(), { ...whole, sheet: '12345' }, ['sheet: cadastral-parcel.sheet']],
    ['a denominator without a figure', aParcel(), { ...whole, parcel: '12/' }, ['parcel: cadastral-parcel.parcel']],
    ['a section of four letters', aParcel(), { ...whole, section: 'ABCD' }, ['section: cadastral-parcel.section']],
    ['a subaltern of letters', aParcel(), { ...whole, subaltern: 'X' }, ['subaltern: cadastral-parcel.subaltern']],
    [
      'a municipality that is gone',
      aParcel(),
      { ...whole, municipality: named('037004') },
      ['municipality: municipality.no-longer'],
    ],
  ];
  it.each(refused)('refuses %s', (_reason, ...[component, given, codes]) => {
    expect(codesOf(cadastralParcel, given, [component, context])).toEqual(codes);
  });

  it('is printed in one line', () => {
    expect(cadastralParcel.print({ ...read, subaltern: '7' }, aParcel(), {})).toBe(
      'Bologna (BO), codice catastale A944, Terreni, foglio 12, particella 345/2, subalterno 7',
    );
  });
});

describe('a place on the map', () => {
  const aPlace = (properties: Readonly<Record<string, string>> = {}): FieldComponent =>
    aField({ properties: { type: 'map', ...properties } });
  const anArea = (properties: Readonly<Record<string, string>> = {}) => aPlace({ shape: 'area', ...properties });
  const point = (x: Json, y: Json): Json => ({ type: 'Point', coordinates: [x, y] });
  const area = (...ring: readonly (readonly [Json, Json])[]): Json => ({
    type: 'Polygon',
    coordinates: [ring.map((one) => [...one])],
  });
  const bologna = [11.342616, 44.494887] as const;
  const triangle = [
    [11.3, 44.48],
    [11.4, 44.48],
    [11.35, 44.52],
    [11.3, 44.48],
  ] as const;

  const accepted: readonly Accepted[] = [
    ['is a point in the Region', aPlace(), point(...bologna), point(...bologna)],
    ['is understood as written, with a comma', aPlace(), point('11,342616', ' 44.494887 '), point(...bologna)],
    ['is kept with six decimals', aPlace(), point(11.34261649, 44.4948874), point(...bologna)],
    ['lies in the municipality answered beside', aPlace({ within: 'comune' }), point(...bologna), point(...bologna)],
    ['is an area, closed if it was not', anArea(), area(...triangle.slice(0, 3)), area(...triangle)],
    [
      'is an area turned against the clock',
      anArea(),
      area([11.3, 44.48], [11.35, 44.52], [11.4, 44.48]),
      area(...triangle),
    ],
  ];
  it.each(accepted)('%s', (_reason, ...[component, given, value]) => {
    expect(map.read(given, component, context)).toEqual({ value });
    expect(map.read(value, component, context)).toEqual({ value });
  });

  const refused: readonly Refused[] = [
    ['a text', aPlace(), 'Bologna', ['field.wrong-type']],
    ['an area where a point is asked', aPlace(), area(...triangle), ['field.wrong-type']],
    ['a latitude in letters', aPlace(), point(11.3, 'nord'), ['latitude: map.bad-latitude']],
    [
      'two coordinates that cannot be read',
      aPlace(),
      point('', '1e3'),
      ['longitude: map.bad-longitude', 'latitude: map.bad-latitude'],
    ],
    [
      'a vertex that cannot be read, by its number',
      anArea(),
      area([11.3, 44.48], [11.4, 'x'], [11.35, 44.52]),
      ['latitude2: map.bad-latitude'],
    ],
    ['Milan', aPlace(), point(9.19, 45.4642), ['map.outside-region']],
    ['coordinates the wrong way round', aPlace(), point(44.494887, 11.342616), ['map.outside-region']],
    [
      'another municipality than the one beside',
      aPlace({ within: 'comune' }),
      point(10.9252, 44.6471),
      ['map.outside-municipality'],
    ],
    ['an area of two vertices', anArea(), area([11.3, 44.48], [11.4, 44.48]), ['map.too-few']],
    [
      'an area whose sides cross',
      anArea(),
      area([11.3, 44.48], [11.4, 44.52], [11.4, 44.48], [11.3, 44.52]),
      ['map.crossing'],
    ],
    ['an area that is a line', anArea(), area([11.3, 44.48], [11.35, 44.48], [11.4, 44.48]), ['map.crossing']],
    [
      'more vertices than allowed',
      anArea({ maxVertices: '3' }),
      area([11.3, 44.48], [11.4, 44.48], [11.4, 44.52], [11.3, 44.52]),
      ['map.too-many'],
    ],
  ];
  it.each(refused)('refuses %s', (_reason, ...[component, given, codes]) => {
    expect(codesOf(map, given, [component, context])).toEqual(codes);
  });

  it('is not accepted where nobody knows the borders', () => {
    expect(codesOf(map, point(...bologna), [aPlace(), { today: '2026-11-23' }])).toEqual(['map.unverified']);
  });

  it.each([
    ['Bologna', bologna, '037006'],
    ['Rimini', [12.5683, 44.0594], '099014'],
    ['Piacenza', [9.6934, 45.0522], '033032'],
  ] as const)('%s is found by its coordinates', (_name, at, istatCode) => {
    expect(municipalityAt(at)?.istatCode).toBe(istatCode);
    expect(liesIn(at, istatCode)).toBe(true);
  });

  it('is found nowhere outside the Region', () => {
    expect(municipalityAt([9.19, 45.4642])).toBeUndefined();
    expect(liesIn([9.19, 45.4642])).toBe(false);
  });
});
