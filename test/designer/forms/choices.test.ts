import { describe, expect, it } from 'vitest';
import { choicesOf, englishOf, pastedChoices, valueFrom, withEnglish } from '../../../designer/forms/model/choices.ts';

const none: ReadonlySet<string> = new Set();

describe('the choices of a part', () => {
  it('are its rows, with whatever else they hold', () => {
    const values = [{ value: 'a', label: 'A', hint: 'La prima' }];
    expect(choicesOf({ id: '1', type: 'radio', values })).toEqual(values);
  });

  it('are texts even where the file has numbers', () => {
    expect(choicesOf({ id: '1', type: 'radio', values: [{ value: 1, label: 2 }, {}] })).toEqual([
      { value: '1', label: '2' },
      { value: '', label: '' },
    ]);
  });

  it.each([
    ['come from elsewhere', undefined],
    ['are no list', 'a, b'],
    ['are no rows', [1, null, 'a']],
  ])('are none when they %s', (_reason, values) => {
    expect(choicesOf({ id: '1', type: 'select', ...(values !== undefined && { values }) })).toEqual([]);
  });
});

describe('a value made of words', () => {
  it.each([
    ['Sì, sempre', 'si-sempre', 'accents and marks go'],
    ['  Già «pagato» ', 'gia-pagato', 'ends are trimmed'],
    ['***', 'voce', 'nothing is left'],
    ['12 mesi', '12-mesi', 'a value may begin with a digit'],
    ['x'.repeat(80), 'x'.repeat(60), 'it is cut at sixty'],
  ])('of %j is %j: %s', (label, value) => {
    expect(valueFrom(label, none)).toBe(value);
  });

  it('is numbered when it is taken', () => {
    expect(valueFrom('Sì', new Set(['si', 'si2']))).toBe('si3');
  });
});

describe('a pasted list', () => {
  it('is a choice a line, without empty lines', () => {
    expect(pastedChoices('Sì\r\n\n  No  \n', [])).toEqual([
      { value: 'si', label: 'Sì' },
      { value: 'no', label: 'No' },
    ]);
  });

  it('takes values before a semicolon or a tab', () => {
    expect(pastedChoices('BO; Bologna\nFE\tFerrara', [])).toEqual([
      { value: 'BO', label: 'Bologna' },
      { value: 'FE', label: 'Ferrara' },
    ]);
  });

  it('reads a line that ends in a semicolon as words', () => {
    expect(pastedChoices('Altro;', [])).toEqual([{ value: 'altro', label: 'Altro;' }]);
  });

  it('keeps values unique, among themselves and with those before', () => {
    const values = pastedChoices('Sì\nsi\nsi; Certo', [{ value: 'si', label: 'Sì' }]).map(({ value }) => value);
    expect(values).toEqual(['si2', 'si3', 'si4']);
  });
});

describe('the English words of a choice', () => {
  const values = { a: 'One', b: { label: 'Two', description: 'The second' } };
  const part = { id: '1', type: 'radio', translations: { en: { values } } };

  it('are a label alone, or a label with its explanation', () => {
    expect(englishOf(part, 'a')).toEqual({ label: 'One', description: '' });
    expect(englishOf(part, 'b')).toEqual({ label: 'Two', description: 'The second' });
    expect(englishOf(part, 'c')).toEqual({ label: '', description: '' });
  });

  it('change without touching those of other choices', () => {
    expect(withEnglish(part, 'a', { label: 'First', description: '' })).toEqual({ ...values, a: 'First' });
    expect(withEnglish(part, 'a', { label: 'One', description: 'The first' })).toEqual({
      ...values,
      a: { label: 'One', description: 'The first' },
    });
  });

  it('go when they are emptied', () => {
    const alone = { id: '1', type: 'radio', translations: { en: { values: { a: 'One' } } } };
    expect(withEnglish(alone, 'a', { label: '', description: '' })).toBeUndefined();
    expect(withEnglish(part, 'a', { label: '', description: '' })).toEqual({ b: values.b });
  });
});
