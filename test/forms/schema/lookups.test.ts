import { describe, expect, it } from 'vitest';
import { municipalityBook } from '../../../forms/schema/lookups.ts';
import { placeCodeBook } from '../../../forms/schema/place-codes.ts';

const state = (name: string, validFrom: string, more: object = {}) => ({
  istatCode: '037006',
  name,
  province: 'BO',
  validFrom,
  ...more,
});

describe('a municipality with several states', () => {
  const find = municipalityBook([
    state('Valsamoggia', '2014-01-01'),
    state('Bazzano', '1861-03-17', { validTo: '2013-12-31' }),
    { ...state('Imola', '1861-03-17', { validTo: '1999-12-31' }), istatCode: '037032' },
  ]);

  it.each<[on: string | undefined, name: string, because: string]>([
    ['1900-01-01', 'Bazzano', 'it was called so'],
    ['1861-03-17', 'Bazzano', 'that is the first day'],
    ['2013-12-31', 'Bazzano', 'that is the last day'],
    ['2014-01-01', 'Valsamoggia', 'that is the first day of the next'],
    ['1800-01-01', 'Valsamoggia', 'before all of them the last one counts'],
    [undefined, 'Valsamoggia', 'without a day the last one counts'],
  ])('is on %s %s: %s', (on, name) => {
    expect(find('037006', on)?.name).toBe(name);
  });

  it('that is no more has its last state, and an unknown one none', () => {
    expect(find('037032', '2026-01-01')?.name).toBe('Imola');
    expect(find('999999', '2026-01-01')).toBeUndefined();
  });
});

describe('the cadastral codes of a name', () => {
  const find = placeCodeBook([
    state('Forlì', '1861-03-17', { cadastralCode: 'D704', validTo: '1992-04-15' }),
    state('Forlì', '1992-04-16', { cadastralCode: 'D704' }),
    state("Reggio nell'Emilia", '1861-03-17', { cadastralCode: 'H223' }),
    state('Samone', '1861-03-17', { cadastralCode: 'H753', province: 'TN' }),
    state('Samone', '1861-03-17', { cadastralCode: 'H752', province: 'TO' }),
    state('Zara', '1920-01-01', { cadastralCode: 'M141', validTo: '1947-09-15' }),
    state('Pola', '1920-01-01'),
  ]);

  it.each<[name: string, on: string | undefined, codes: readonly string[], because: string]>([
    ['Forlì', undefined, ['D704'], 'two states of one have the same'],
    ['FORLI’', undefined, ['D704'], 'an apostrophe may stand for the accent'],
    ['Forlì (FC)', undefined, ['D704'], 'the province may stand behind it'],
    ['reggio nell’emilia', undefined, ['H223'], 'apostrophes are alike'],
    ['Samone', undefined, ['H753', 'H752'], 'two bear the name'],
    ['Zara', '1947-09-15', ['M141'], 'that is its last day'],
    ['Zara', '1947-09-16', [], 'it is no more'],
    ['Zara', '1920-01-01', ['M141'], 'that is its first day'],
    ['Zara', '1919-12-31', [], 'it is not yet'],
    ['Pola', undefined, [], 'it has none'],
    ['Nessuna', undefined, [], 'nobody bears that name'],
  ])('%s on %s are %j: %s', (name, on, codes) => {
    expect(find(name, on)).toEqual(codes);
  });
});
