import { describe, expect, it } from 'vitest';
import { namedIn, placeIn } from '../../../engine/core/competent-body.ts';
import { administeredBodies, bodiesOf, drawnBodies, managedOffices } from '../../../engine/core/memberships.ts';
import { demandBodyValues, leftToBody, parametersFor, parametersOn } from '../../../engine/core/parameters.ts';
import { aProcedure, aServiceCard } from '../../support/builders.ts';

describe('the place that answers name', () => {
  it.each<[given: unknown, place: unknown]>([
    [{ istatCode: '037006' }, { istatCode: '037006' }],
    [{ istatCode: '' }, undefined],
    [{ istatCode: '', municipality: 'Imola', province: 'BO' }, undefined],
    [
      { municipality: 'Imola', province: 'BO' },
      { name: 'Imola', province: 'BO' },
    ],
    [{ municipality: 'Imola' }, undefined],
    [{ municipality: '', province: 'BO' }, undefined],
    [{ municipality: { istatCode: '037032' }, sheet: '1' }, { istatCode: '037032' }],
    ['Imola', undefined],
    [null, undefined],
    [['037006'], undefined],
    [{}, undefined],
  ])('%o is %o', (given, place) => {
    expect(namedIn(given as never)).toEqual(place);
    expect(placeIn({ place: 'dove' } as never, { dove: given, altrove: { istatCode: '1' } } as never)).toEqual(place);
  });

  it('is none where they say nothing', () => {
    expect(placeIn({ place: 'dove' } as never, {})).toBeUndefined();
  });
});

describe('the bodies of a person', () => {
  const memberships = [
    { bodyId: 'a', officeCode: 'x', role: 'analyst' },
    { bodyId: 'a', officeCode: 'y', role: 'analyst' },
    { bodyId: 'b', officeCode: 'x', role: 'administrator' },
    { bodyId: 'b', officeCode: 'y', role: 'administrator', guestOf: ['c', 'a'] },
    { bodyId: 'c', officeCode: 'z', role: 'manager' },
    { bodyId: 'c', officeCode: 'z', role: 'clerk' },
  ] as const;

  it('are told by the role they have there, each once', () => {
    expect(drawnBodies({ memberships })).toEqual(['a']);
    expect(administeredBodies({ memberships })).toEqual(['b']);
    expect(managedOffices({ memberships })).toEqual([{ bodyId: 'c', officeCode: 'z', role: 'manager' }]);
  });

  it('in whose dossiers they take part are their own and those they are guests of', () => {
    expect(bodiesOf(memberships)).toEqual(['a', 'b', 'c']);
    expect(bodiesOf([])).toEqual([]);
  });
});

describe('a parameter', () => {
  const value = (amount: number, validFrom: string) => ({ value: amount, validFrom, source: 'Delibera' });
  const days = { days: [value(60, '2027-01-01'), value(30, '2000-01-01'), value(45, '2026-03-02')] };

  it.each([
    ['1999-12-31', {}],
    ['2000-01-01', { days: 30 }],
    ['2026-03-01', { days: 30 }],
    ['2026-03-02', { days: 45 }],
    ['2026-12-31', { days: 45 }],
    ['2027-01-01', { days: 60 }],
  ])('on %s has the last value that is valid: %o', (day, values) => {
    expect(parametersOn(days, day)).toEqual(values);
  });

  const left = { fee: { label: 'Tariffa', must: true }, hours: { label: 'Orario', must: false } };
  const asking = async () =>
    aProcedure({ parameters: days, service: aServiceCard({ ofBodies: { parameters: left } } as never) });
  const given = (name: string, amount = 5) => ({ name, value: amount, source: 'Delibera' });

  it('is taken from a body only where it is left to bodies', async () => {
    const procedure = await asking();
    expect(leftToBody(procedure, [given('fee'), given('days'), given('constructor')])).toEqual([given('fee')]);
    expect(parametersFor(procedure, [given('fee'), given('days')], '2026-03-02')).toEqual({ days: 45, fee: 5 });
    expect(parametersFor(procedure, undefined, '2026-03-02')).toEqual({ days: 45 });
    expect(leftToBody(await aProcedure(), [given('fee')])).toEqual([]);
  });

  it('that every body has to give keeps a dossier from beginning without it', async () => {
    const procedure = await asking();
    const refusal = expect.objectContaining({ code: 'body.not-ready', details: { missing: ['Tariffa'] } });
    expect(() => demandBodyValues(procedure, undefined)).toThrow(refusal);
    expect(() => demandBodyValues(procedure, [given('hours')])).toThrow(refusal);
    expect(() => demandBodyValues(procedure, [given('fee')])).not.toThrow();
    const plain = await aProcedure();
    expect(() => demandBodyValues(plain, undefined)).not.toThrow();
  });
});
