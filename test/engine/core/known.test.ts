import { describe, expect, it } from 'vitest';
import { declaredFields, pathsToFetch, provenanceOf, putAt } from '../../../engine/core/known.ts';
import { aField, aForm, aList } from '../../forms/schema/a-form.ts';

const form = aForm(
  aField({ key: 'cf', properties: { prefill: 'identity.fiscalCode', locked: 'true' } }),
  aField({ key: 'sede', properties: { prefill: 'registry.parix.seat', correctable: 'true' } }),
  aField({ key: 'tel', properties: { prefill: 'dossiers.telefono, registry.parix.seat' } }),
  aField({ key: 'nota' }),
  aList('soci', [aField({ key: 'via', properties: { prefill: 'dossiers.via', locked: 'true' } })]),
);

describe('what has to be fetched for a form', () => {
  it('is named once each, in order, and is not in the sign-in', () => {
    expect(pathsToFetch(form)).toEqual(['dossiers.telefono', 'registry.parix.seat']);
  });

  it('is put where its path says, beside what is there', () => {
    expect(putAt({ registry: { anpr: 1 }, a: 2 }, 'registry.parix.seat', 'Via Po')).toEqual({
      registry: { anpr: 1, parix: { seat: 'Via Po' } },
      a: 2,
    });
    expect(putAt({ registry: [1] }, 'registry.parix', 3)).toEqual({ registry: { parix: 3 } });
    expect(putAt({ registry: null }, 'registry.parix', 3)).toEqual({ registry: { parix: 3 } });
    expect(putAt({}, 'a', 1)).toEqual({ a: 1 });
  });
});

describe('a field that no source knows', () => {
  it('is declared where it could not have been written over', () => {
    expect(declaredFields(form, {})).toEqual([
      { key: 'cf', origin: 'identity' },
      { key: 'sede', origin: 'registry:parix' },
    ]);
    expect(declaredFields(form, { identity: { fiscalCode: 'X' } })).toEqual([
      { key: 'sede', origin: 'registry:parix' },
    ]);
  });
});

describe('where answers came from', () => {
  const sources = {
    identity: { fiscalCode: 'X' },
    registry: { parix: { seat: 'Via Roma 1' } },
    dossiers: { telefono: '051' },
  };
  const on = { 'registry.parix.seat': '2026-03-01', 'dossiers.telefono': '2025-07-01' };

  it('is kept with the day of the dossier or of the question', () => {
    const answers = { cf: 'X', sede: 'Via Roma 1', tel: '051', nota: 'Ciao' };
    expect(provenanceOf(form, { answers, sources }, on)).toEqual({
      origins: { cf: 'identity', sede: 'registry:parix', tel: 'dossier', nota: 'declared' },
      originDays: { sede: '2026-03-01', tel: '2025-07-01' },
      corrections: [],
    });
  });

  it('has no day where the person says something else', () => {
    const answered = { answers: { sede: 'Via Po 2', tel: '059' }, sources, reasons: { sede: 'Trasloco' } };
    expect(provenanceOf(form, answered, on)).toEqual({
      origins: { sede: 'declared', tel: 'declared' },
      originDays: {},
      corrections: [{ key: 'sede', origin: 'registry:parix', known: 'Via Roma 1', reason: 'Trasloco' }],
    });
  });
});
