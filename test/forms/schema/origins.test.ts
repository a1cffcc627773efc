import { describe, expect, it } from 'vitest';
import { correctionIssues, originOfSource, originsOf } from '../../../forms/schema/origins.ts';
import { knownAnswers, lockedKeys, prefill } from '../../../forms/schema/prefill.ts';
import { aField, aForm, aList } from './a-form.ts';

const form = aForm(
  aField({ key: 'cf', properties: { type: 'fiscal-code', prefill: 'identity.fiscalCode', locked: 'true' } }),
  aField({ key: 'email', properties: { type: 'email', prefill: 'identity.email, dossiers.email' } }),
  aField({ key: 'sede', label: 'Sede', properties: { prefill: 'registry.parix.seat', correctable: 'true' } }),
  aField({ key: 'ore', type: 'number' }),
  aField({ key: 'costo', type: 'number', properties: { computed: '=ore * 2' } }),
  aList('soci', [aField()]),
);
const sources = {
  identity: { fiscalCode: 'prvdaa85d43a944g', email: '' },
  dossiers: { email: 'ada@ESEMPIO.it' },
  registry: { parix: { seat: 'Via Roma 1' } },
};
const answers = { cf: 'PRVDAA85D43A944G', email: 'ada@esempio.it', sede: 'Via Roma 1', ore: 3, costo: 6, soci: [{}] };

describe('what is known', () => {
  it('comes from the first source that has it', () => {
    expect(knownAnswers(form, sources)).toEqual([
      { key: 'cf', source: 'identity.fiscalCode', value: 'prvdaa85d43a944g', may: 'read' },
      { key: 'email', source: 'dossiers.email', value: 'ada@ESEMPIO.it', may: 'write' },
      { key: 'sede', source: 'registry.parix.seat', value: 'Via Roma 1', may: 'correct' },
    ]);
    expect(prefill(form, { ...sources, identity: { email: 'io@esempio.it' } })).toMatchObject({
      email: 'io@esempio.it',
    });
  });

  it('leaves a field to the person where no source has it', () => {
    expect(knownAnswers(form, {})).toEqual([]);
    expect(lockedKeys(form, {})).toEqual([]);
    expect(correctionIssues(form, { answers: { sede: 'Via Po 2' }, sources: {} })).toEqual([]);
  });
});

describe('the origin of answers', () => {
  it.each([
    ['identity.email', 'identity'],
    ['dossiers.email', 'dossier'],
    ['oggetto', 'dossier'],
    ['registry.parix.seat', 'registry:parix'],
  ])('behind %s is %s', (source, origin) => {
    expect(originOfSource(source)).toBe(origin);
  });

  it('is told for each answer of the form', () => {
    expect(originsOf(form, { answers, sources })).toEqual([
      { key: 'cf', origin: 'identity' },
      { key: 'email', origin: 'dossier' },
      { key: 'sede', origin: 'registry:parix' },
      { key: 'ore', origin: 'declared' },
      { key: 'costo', origin: 'computed' },
      { key: 'soci', origin: 'declared' },
    ]);
  });

  it('is the person where they wrote over what was known', () => {
    const [origin] = originsOf(form, { answers: { email: 'nuova@esempio.it' }, sources });
    expect(origin).toEqual({ key: 'email', origin: 'declared' });
  });

  it('keeps what was known and the reason of a correction', () => {
    const given = { answers: { sede: 'Via Po 2' }, sources, reasons: { sede: ' Trasloco ' } };
    expect(originsOf(form, given)).toEqual([
      {
        key: 'sede',
        origin: 'declared',
        corrected: { origin: 'registry:parix', known: 'Via Roma 1', reason: 'Trasloco' },
      },
    ]);
    expect(correctionIssues(form, given)).toEqual([]);
  });
});

describe('a correction', () => {
  it('without a reason is an issue of its field', () => {
    expect(correctionIssues(form, { answers: { sede: 'Via Po 2' }, sources, reasons: { sede: ' ' } })).toEqual([
      { path: 'sede', code: 'field.reason-required', params: { label: 'Sede' } },
    ]);
  });

  it('is none where the value is the same or absent', () => {
    expect(correctionIssues(form, { answers: { sede: ' Via  Roma 1' }, sources })).toEqual([]);
    expect(correctionIssues(form, { answers: {}, sources })).toEqual([]);
  });

  it('is judged in the browser by what the server knew', () => {
    const known = knownAnswers(form, sources);
    expect(correctionIssues(form, { answers: { sede: 'Via Po 2' }, known })).toHaveLength(1);
  });
});
