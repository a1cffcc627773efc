import { describe, expect, it } from 'vitest';
import { applyLocked, lockedKeys, prefill } from '../../../forms/schema/prefill.ts';
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
});
