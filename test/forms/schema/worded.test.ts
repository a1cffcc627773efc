import { expect, it } from 'vitest';
import type { FormDocument } from '../../../forms/schema/document.ts';
import { summarise } from '../../../forms/schema/summary.ts';
import { filledIn, worded } from '../../../forms/schema/worded.ts';

const form: FormDocument = {
  type: 'default',
  id: 'richiesta',
  schemaVersion: 16,
  components: [
    {
      type: 'group',
      label: 'Entro {{ parameters.giorni }} giorni',
      components: [
        { type: 'text', text: 'Ciao {{ nome }}' },
        {
          type: 'textfield',
          key: 'nome',
          label: 'Nome ({{ parameters.giorni }})',
          description: 'Hai {{ parameters.giorni }} giorni',
          conditional: { hide: '= parameters.giorni > 40' },
          translations: { en: { description: 'You have {{ parameters.giorni }} days' } },
        },
      ],
    },
  ],
};
const context = { parameters: { giorni: 30 } };

it('labels and hints take parameters in, in every language; texts wait for answers', () => {
  expect(worded(form, context).components).toMatchObject([
    {
      label: 'Entro 30 giorni',
      components: [
        { text: 'Ciao {{ nome }}' },
        {
          label: 'Nome (30)',
          description: 'Hai 30 giorni',
          conditional: { hide: '= parameters.giorni > 40' },
          translations: { en: { description: 'You have 30 days' } },
        },
      ],
    },
  ]);
});

it('printed answers have the labels that were read', () => {
  expect(summarise(form, { nome: 'Giulia' }, context)).toMatchObject([
    { title: 'Entro 30 giorni', rows: [{ label: 'Nome (30)', text: 'Giulia' }] },
  ]);
});

it('what holds no placeholder is given back as it is', () => {
  const plain = { ...form, components: [] };
  expect(worded(plain, context)).toBe(plain);
  expect(filledIn(undefined, context)).toBeUndefined();
});

it('the words of choices and of rules take parameters in, formulas and numbers stay', () => {
  const value = {
    values: [{ value: 'a', label: 'Fino a {{ parameters.giorni }}' }],
    when: '=contains(nome, "{{")',
    most: 3,
    none: null,
  };
  expect(filledIn(value, context)).toEqual({ ...value, values: [{ value: 'a', label: 'Fino a 30' }] });
});
