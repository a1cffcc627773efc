import { describe, expect, it } from 'vitest';
import { applyLocked, lockedKeys, openedAnswers, prefill } from '../../../forms/schema/prefill.ts';
import { aField, aForm, aList, aPage } from './a-form.ts';

const form = aForm(
  aPage('dati', [
    aField({ key: 'cf', properties: { prefill: 'identity.fiscalCode', locked: 'true' } }),
    aField({ key: 'email', properties: { prefill: 'profile.email' } }),
    aField({ key: 'citta', defaultValue: 'Bologna' }),
    aList('altri', [aField({ key: 'cf', properties: { prefill: 'identity.fiscalCode', locked: 'true' } })]),
  ]),
);
const sources = { identity: { fiscalCode: 'PRVDAA85D43A944G' }, profile: { email: 'ada@esempio.it' } };

describe('what is already known', () => {
  it('fills the form before the person does', () => {
    expect(prefill(form, sources)).toEqual({ cf: 'PRVDAA85D43A944G', email: 'ada@esempio.it', citta: 'Bologna' });
    expect(prefill(form, {})).toEqual({ citta: 'Bologna' });
  });

  it('locks a field only where the source has a value', () => {
    expect(lockedKeys(form, sources)).toEqual(['cf']);
    expect(lockedKeys(form, { identity: { fiscalCode: '' } })).toEqual([]);
  });

  it('stands against what the browser sent', () => {
    const sent = { cf: 'ALTRO', email: 'nuova@esempio.it' };
    expect(applyLocked(form, sent, sources)).toEqual({ cf: 'PRVDAA85D43A944G', email: 'nuova@esempio.it' });
    expect(applyLocked(form, sent, {})).toEqual(sent);
  });

  it('is not found on what every object inherits', () => {
    const tricky = aForm(aField({ properties: { prefill: 'identity.constructor.name' } }));
    expect(prefill(tricky, sources)).toEqual({});
  });

  describe('of a form that is opened again', () => {
    const opened = aForm(
      aField({ key: 'copia', type: 'checkbox' }),
      aPage('consegna', [aField({ key: 'via' }), aField({ key: 'nota', defaultValue: 'Al mattino' })], {
        conditional: { hide: '= not(copia)' },
      }),
      aField({ key: 'cf' }),
      aField({ key: 'email' }),
    );
    const start = { via: 'Via Po 1', nota: 'Al mattino', cf: 'PRVDAA85D43A944G', email: 'ada@esempio.it' };
    const opening = { start, fixed: new Set(['cf']), variables: {} };

    it('stands in for what was dropped because it was hidden', () => {
      expect(openedAnswers(opened, { copia: false, cf: 'X', email: 'x' }, opening)).toEqual({
        ...{ copia: false, cf: 'X', email: 'x' },
        ...{ via: 'Via Po 1', nota: 'Al mattino' },
      });
    });

    it('stands in for what the person does not write', () => {
      expect(openedAnswers(opened, { copia: true }, opening)).toEqual({ copia: true, cf: 'PRVDAA85D43A944G' });
    });

    it('leaves out what the person took out', () => {
      const answers = { copia: true, cf: 'PRVDAA85D43A944G' };
      expect(openedAnswers(opened, answers, opening)).toBe(answers);
    });
  });
});
