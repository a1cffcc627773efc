import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formLookups } from '../../../../engine/store/lookups.ts';
import { parseMunicipalities, readMunicipalityLists } from '../../../../engine/store/seed/municipalities.ts';
import { listMunicipalities } from '../../../../engine/store/tables/municipalities.ts';
import type { Lookups } from '../../../../forms/schema/lookups.ts';
import { freshDatabase, type TestDatabase } from '../../../support/database.ts';

let one: TestDatabase;
let lookups: Lookups;

beforeAll(async () => {
  one = await freshDatabase();
  lookups = await formLookups(one.db, () => '2026-11-23T08:00:00.000Z')();
});
afterAll(() => one.drop());

const names = async (q: string, validOn?: string): Promise<readonly string[]> => {
  const { rows } = await listMunicipalities(one.db, { q, limit: 20, ...(validOn === undefined ? {} : { validOn }) });
  return rows.map(({ name }) => name);
};

describe('the list of municipalities', () => {
  it('holds every state once, and all that exist', async () => {
    const all = parseMunicipalities(await readMunicipalityLists());
    expect(all.filter(({ validTo }) => validTo === null)).toHaveLength(7896);
    expect(new Set(all.map(({ istatCode, name }) => `${istatCode} ${name.toLowerCase()}`)).size).toBe(all.length);
    const backwards = all.filter(({ validFrom, validTo }) => validTo !== null && validTo < validFrom);
    expect(backwards).toEqual([]);
  });

  it.each([
    { what: 'one that exists, without a day', q: 'bologna', on: undefined, name: 'Bologna', isThere: true },
    { what: 'a suppressed one, without a day', q: 'bazzano', on: undefined, name: 'Bazzano', isThere: false },
    { what: 'a suppressed one, on its last day', q: 'bazzano', on: '2013-12-31', name: 'Bazzano', isThere: true },
    { what: 'a suppressed one, the day after', q: 'bazzano', on: '2014-01-01', name: 'Bazzano', isThere: false },
    {
      what: 'one that was born, on its first day',
      q: 'valsamoggia',
      on: '2014-01-01',
      name: 'Valsamoggia',
      isThere: true,
    },
    {
      what: 'one that was born, the day before',
      q: 'valsamoggia',
      on: '2013-12-31',
      name: 'Valsamoggia',
      isThere: false,
    },
    { what: 'an old name, before it was changed', q: 'ciano', on: '1990-01-01', name: "Ciano D'Enza", isThere: true },
    { what: 'an old name, after it was changed', q: 'ciano', on: '1992-01-01', name: "Ciano D'Enza", isThere: false },
    { what: 'one that was there before the archive', q: 'bologna', on: '1930-05-01', name: 'Bologna', isThere: true },
  ])('of $what says $isThere', async ({ q, on, name, isThere }) => {
    expect((await names(q, on)).includes(name)).toBe(isThere);
  });
});

describe('the look-ups of forms', () => {
  it('give the name that a municipality had on a day', () => {
    expect(lookups.municipalities?.('035018', '1990-01-01')).toMatchObject({
      name: "Ciano D'Enza",
      validTo: '1991-06-17',
    });
    expect(lookups.municipalities?.('035018')).toMatchObject({ name: 'Canossa', cadastralCode: 'C669' });
    expect(lookups.municipalities?.('999999')).toBeUndefined();
  });

  it('give the codes of a name, on a day or ever', () => {
    expect(lookups.placeCodes?.('bologna (BO)')).toEqual(['A944']);
    expect(lookups.placeCodes?.('Samone')).toHaveLength(2);
    expect(lookups.placeCodes?.('Valsamoggia', '1985-04-03')).toEqual([]);
    expect(lookups.placeCodes?.('Parigi')).toEqual([]);
  });

  it('tell in which municipality a point lies', () => {
    expect(lookups.liesIn?.([11.342616, 44.494887], '037006')).toBe(true);
    expect(lookups.liesIn?.([11.342616, 44.494887], '036023')).toBe(false);
    expect(lookups.liesIn?.([9.19, 45.4642])).toBe(false);
  });

  it.each([
    ['vocabulary:regions', 20],
    ['api:provinces', 9],
    ['api:municipalities', 330],
    ['api:bodies', 331],
  ] as const)('have the list %s whole', (source, count) => {
    expect(lookups.choices?.(source)).toHaveLength(count);
  });

  it.each(['vocabulary:none', 'api:people', 'api:constructor', 'regions', ''])('have no list %j', (source) => {
    expect(lookups.choices?.(source)).toBeUndefined();
  });
});
