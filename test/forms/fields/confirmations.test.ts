import { describe, expect, it } from 'vitest';
import { declarations, isDeclared, withDeclaration } from '../../../forms/fields/declarations/schema.ts';
import { signature } from '../../../forms/fields/signature/schema.ts';
import type { ReadContext } from '../../../forms/fields/types.ts';
import type { FieldComponent } from '../../../forms/schema/document.ts';
import { localise } from '../../../forms/schema/localise.ts';
import { aField, aForm } from '../schema/a-form.ts';
import { codesOf, type Accepted, type Refused } from './cases.ts';

const context: ReadContext = { today: '2026-11-23' };
const of = (type: string, properties: Readonly<Record<string, string>> = {}): FieldComponent =>
  aField({ properties: { type, ...properties } });

/** A field as a person sees it in English. */
function english(field: FieldComponent): FieldComponent {
  const [shown] = localise(aForm(field), 'en').components;
  if (!shown || !('key' in shown)) throw new Error('no field came back');
  return shown;
}

describe('a confirmation', () => {
  const text = 'Confermo tutto.';
  const tick = of('signature', { text });
  const byName = of('signature', { text, how: 'name' });
  const at = '2026-11-23T09:00:00.000Z';

  const accepted: readonly Accepted[] = [
    ['a tick with text and instant', tick, { text, at }, { text, at }],
    ['a name with spaces tidied', byName, { text, at, name: ' Ada  Prova ' }, { text, at, name: 'Ada Prova' }],
    ['a tick loses what was not asked', tick, { text, at, name: 'Ada', role: 'x' }, { text, at }],
    [
      'one a minute after midnight in Rome',
      tick,
      { text, at: '2026-11-23T23:01:00Z' },
      { text, at: '2026-11-23T23:01:00Z' },
    ],
  ];
  it.each(accepted)('%s is accepted', (_reason, ...[component, given, value]) => {
    expect(signature.read(given, component, context)).toEqual({ value });
  });

  const translated: FieldComponent = { ...tick, translations: { en: { text: 'I confirm  everything.' } } };
  const inEnglish = { text, language: 'en', at };
  it.each([
    ['as the document', translated],
    ['as it is shown in English', english(translated)],
  ])('read in English keeps the Italian text, %s', (_reason, component) => {
    const given = { text: 'I confirm everything.', at };
    expect(signature.read(given, component, context)).toEqual({ value: inEnglish });
    expect(signature.read(inEnglish, component, context)).toEqual({ value: inEnglish });
    expect(signature.read({ text, at }, component, context)).toEqual({ value: { text, at } });
  });

  it('with a label alone is read in English too', () => {
    const labelled = aField({
      label: 'Confermo',
      properties: { type: 'signature' },
      translations: { en: { label: 'I confirm', text: 'Not this' } },
    });
    const value = { text: 'Confermo', language: 'en', at };
    expect(signature.read({ text: 'I confirm', at }, labelled, context)).toEqual({ value });
    expect(signature.print(value, english(labelled), {})).toBe('I confirm');
    expect(signature.print(value, labelled, {})).toBe('Confermo');
  });

  const refused: readonly Refused[] = [
    [
      'a language that the document does not have',
      translated,
      { text, language: 'fr', at },
      ['signature.text-changed'],
    ],
    ['a bare true', tick, true, ['field.wrong-type']],
    ['a text that was another', tick, { text: 'Confermo poco.', at }, ['signature.text-changed']],
    ['one without its instant', tick, { text }, ['signature.no-instant']],
    ['an instant that does not exist', tick, { text, at: '2026-11-23T25:00:00Z' }, ['signature.no-instant']],
    ['an instant of next week', tick, { text, at: '2026-11-30T09:00:00Z' }, ['signature.no-instant']],
    ['a name of spaces', byName, { text, at, name: '  ' }, ['signature.no-name']],
    ['a name without end', byName, { text, at, name: 'A'.repeat(151) }, ['text.too-long']],
  ];
  it.each(refused)('refuses %s', (_reason, ...[component, given, codes]) => {
    expect(codesOf(signature, given, [component, context])).toEqual(codes);
  });

  it('is empty until the gesture is made', () => {
    expect([null, '', false, {}].map((value) => signature.isEmpty(value))).toEqual([true, true, true, true]);
    expect(signature.isEmpty({ text, at })).toBe(false);
    expect(signature.check?.(of('signature', { how: 'blood' }))).toMatchObject({ code: 'form.bad-property' });
  });
});

describe('declarations', () => {
  const values = [
    { value: 'onorabilita', label: 'Dichiaro A.' },
    { value: 'antimafia', label: 'Dichiaro B.' },
    { value: 'posta', label: 'Dichiaro C.' },
  ];
  const field = aField({ type: 'checklist', values, properties: { type: 'declarations', optional: 'posta' } });
  const [a, b, c] = values.map(({ value, label }) => ({ value, text: label }));

  const accepted: readonly Accepted[] = [
    [
      'all that are required',
      field,
      [
        { value: 'antimafia', text: '' },
        { value: 'onorabilita', text: '' },
      ],
      [a ?? null, b ?? null],
    ],
    [
      'one read in English',
      { ...field, translations: { en: { values: { antimafia: { label: 'I declare B.' } } } } },
      [{ value: 'onorabilita' }, { value: 'antimafia', text: 'I declare B.' }],
      [a ?? null, { value: 'antimafia', text: 'Dichiaro B.', language: 'en' }],
    ],
    ['the optional one too', field, ['posta', 'antimafia', 'onorabilita'], [a ?? null, b ?? null, c ?? null]],
  ];
  it.each(accepted)('%s are kept with their text', (_reason, ...[component, given, value]) => {
    expect(declarations.read(given, component, context)).toEqual({ value });
  });

  it('ticked in one language stay as they were read in another', () => {
    const translated: FieldComponent = {
      ...field,
      translations: { en: { values: { onorabilita: 'I declare A.', antimafia: 'I declare B.' } } },
    };
    const first = withDeclaration(english(translated), [], { value: 'onorabilita', isTicked: true });
    expect(first).toEqual([{ value: 'onorabilita', text: 'I declare A.' }]);
    const both = withDeclaration(translated, first, { value: 'antimafia', isTicked: true });
    expect(declarations.read(both, translated, context)).toEqual({ value: [{ ...a, language: 'en' }, b] });
    expect(withDeclaration(translated, both, { value: 'onorabilita', isTicked: false })).toEqual([b]);
    const [choice] = values;
    const reworded = { ...field, values: values.map((each) => ({ ...each, label: `${each.label} Anche D.` })) };
    expect(choice && isDeclared(translated, both, choice)).toBe(true);
    expect(reworded.values[0] && isDeclared(reworded, both, reworded.values[0])).toBe(false);
  });

  const refused: readonly Refused[] = [
    ['a text', field, 'onorabilita', ['field.wrong-type']],
    ['a list of numbers', field, [1], ['field.wrong-type']],
    ['one that the form does not have', field, ['altro'], ['choice.unknown']],
    [
      'a text that was another',
      field,
      ['onorabilita', { value: 'antimafia', text: 'Dichiaro Z.' }],
      ['antimafia: declarations.text-changed'],
    ],
    ['one that is left out', field, ['onorabilita'], ['antimafia: declarations.missing']],
    [
      'all that are left out, each',
      field,
      ['posta'],
      ['onorabilita: declarations.missing', 'antimafia: declarations.missing'],
    ],
  ];
  it.each(refused)('refuse %s', (_reason, ...[component, given, codes]) => {
    expect(codesOf(declarations, given, [component, context])).toEqual(codes);
  });

  it('are printed as they were read', () => {
    expect(declarations.print([{ value: 'onorabilita', text: 'Testo di allora.' }], field, {})).toBe(
      'Testo di allora.',
    );
  });

  it.each([
    ['no declarations', { ...field, values: [] }],
    ['an optional one that there is not', { ...field, properties: { optional: 'altro' } }],
    ['a value that can be no path', { ...field, values: [{ value: 'a b', label: 'x' }] }],
  ])('refuse a document with %s', (_what, component) => {
    expect(declarations.check?.(component)).toBeDefined();
  });
});
