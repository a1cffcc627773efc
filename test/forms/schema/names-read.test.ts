import { describe, expect, it } from 'vitest';
import { fullName } from '../../../forms/schema/full-name.ts';
import { namesRead } from '../../../forms/schema/names-read.ts';
import { aField, aForm, aList, aPage } from './a-form.ts';

describe('the names that a form may read', () => {
  const form = aForm(
    aPage('uno', [aField({ label: 'Nome', conditional: { hide: '=not(città)' } })]),
    aList('voci', [aField({ properties: { computed: 'ore * parameters.tariffa_oraria' } })]),
    { type: 'text', text: 'Un testo senza formule' },
    { type: 'text', text: '="Ciao " + firma' },
  );

  it('are the words of its expressions and of what computes a field', () => {
    expect([...namesRead(form)].sort()).toEqual(
      ['Ciao', 'città', 'firma', 'not', 'ore', 'parameters', 'tariffa_oraria'].sort(),
    );
  });

  it('are looked for once', () => {
    expect(namesRead(form)).toBe(namesRead(form));
    expect(namesRead(aForm(aField()))).toEqual(new Set());
  });
});

describe('the name of a person', () => {
  it.each([
    [{ givenName: 'Ada', familyName: 'Prova' }, 'Ada Prova'],
    [{ givenName: 'Ada', familyName: '' }, 'Ada'],
    [{ givenName: '', familyName: 'Prova' }, 'Prova'],
    [{ givenName: '', familyName: '' }, ''],
  ])('%o is read «%s»', (named, text) => {
    expect(fullName(named)).toBe(text);
  });
});
