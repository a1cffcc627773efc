import { expect, it } from 'vitest';
import { localise } from '../../../forms/schema/localise.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { aField, aForm, aList, aPage, choices } from './a-form.ts';

const form = aForm(
  aPage(
    'chi',
    [
      aField({
        key: 'ruolo',
        type: 'radio',
        label: 'Ruolo',
        description: 'In che veste chiedi',
        values: choices('a', 'b'),
        validate: {
          patternErrorMessage: 'Scrivi bene',
          rules: [{ expression: '=x', message: 'No', messages: { en: 'Not so' } }],
        },
        translations: {
          en: {
            label: 'Role',
            patternErrorMessage: 'Write it well',
            values: { a: { label: 'First', description: 'The one' }, b: { description: 'The other' } },
            description: 'In what role',
          },
        },
      }),
      { type: 'text', text: 'Ciao', translations: { en: { text: 'Hello' } } },
      aList('soci', [aField({ translations: { en: { label: 'Name' } } })], {
        properties: { itemLabel: 'Socio', minItems: '1' },
        translations: { en: { label: 'Partners', itemLabel: 'Partner' } },
      }),
    ],
    { translations: { en: { label: 'Who you are' } } },
  ),
  aField({ key: 'solo', label: 'Solo italiano' }),
);

it('a form in English has the words that were translated', () => {
  const [page, alone] = localise(form, 'en').components;
  expect(page).toMatchObject({
    label: 'Who you are',
    components: [
      {
        label: 'Role',
        description: 'In what role',
        values: [
          { label: 'First', description: 'The one' },
          { label: 'B', description: 'The other' },
        ],
        validate: { patternErrorMessage: 'Write it well', rules: [{ message: 'Not so' }] },
      },
      { text: 'Hello' },
      { label: 'Partners', properties: { itemLabel: 'Partner', minItems: '1' }, components: [{ label: 'Name' }] },
    ],
  });
  expect(alone?.label).toBe('Solo italiano');
});

it('a document may not hold words of its own as original', () => {
  const paths = readForm(localise(form, 'en')).issues.map(({ path, code }) => `${path} ${code}`);
  expect(paths).toContain('components[1].original form.bad-member');
});

it('a form in Italian is the document itself', () => {
  expect(localise(form, 'it')).toBe(form);
});

it('a form in another language asks for the same answers', () => {
  expect(readForm(form).issues).toEqual([]);
  const keys = (text: string): readonly string[] => text.match(/"(?:key|path|value)":"[^"]*"/g) ?? [];
  expect(keys(JSON.stringify(localise(form, 'en')))).toEqual(keys(JSON.stringify(form)));
});
