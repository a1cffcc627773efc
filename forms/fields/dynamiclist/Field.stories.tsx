import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { Answers, ListComponent } from '../../schema/document.ts';
import { AT_A_DESK } from '../../kit/story-width.ts';
import { formStory, type FieldStory } from '../stories.tsx';
import { RepeatingGroup } from './Field.tsx';

export default { title: 'Campi/Gruppo ripetuto', component: RepeatingGroup } satisfies Meta;

const people: ListComponent = {
  type: 'dynamiclist',
  id: 'controinteressati',
  path: 'controinteressati',
  label: 'Controinteressati',
  description: 'Le persone a cui si riferiscono i documenti',
  properties: { itemLabel: 'Persona', minItems: '1', maxItems: '3' },
  translations: {
    en: { label: 'Third parties', description: 'The people the documents are about', itemLabel: 'Person' },
  },
  components: [
    {
      type: 'textfield',
      id: 'nome',
      key: 'nome',
      label: 'Nome e cognome',
      validate: { required: true },
      translations: { en: { label: 'Full name' } },
    },
    {
      type: 'textfield',
      id: 'email',
      key: 'email',
      label: 'Posta elettronica',
      properties: { type: 'email' },
      translations: { en: { label: 'E-mail' } },
    },
  ],
};

const two: Answers = {
  controinteressati: [{ nome: 'Maria Rossi', email: 'maria@esempio.it' }, { nome: 'Carlo Bianchi' }],
};

export const Empty: FieldStory = formStory({ components: [people] });
export const Filled: FieldStory = formStory({ components: [people], answers: two });
export const ReadOnly: FieldStory = formStory({ components: [people], answers: two, readOnly: true });
export const English: FieldStory = formStory({ components: [people], answers: two, language: 'en' });

/** The list itself is wrong: it wants one item at least. */
export const TooFew: FieldStory = formStory({ components: [people], wrong: 'controinteressati' });

/** A field of an item is wrong; the error summary goes to it. */
export const Wrong: FieldStory = formStory({
  components: [people],
  answers: { controinteressati: [{ nome: 'Maria Rossi' }, { nome: 'Carlo Bianchi', email: 'carlo' }] },
  wrong: 'controinteressati[1].email',
});

/** Items that stand open from the beginning. */
export const OpenItems: FieldStory = formStory({ components: [{ ...people, defaultRepetitions: 2 }] });

/** A list inside a list. */
export const Nested: FieldStory = formStory({
  components: [
    {
      type: 'dynamiclist',
      id: 'edifici',
      path: 'edifici',
      label: 'Edifici',
      properties: { itemLabel: 'Edificio' },
      components: [
        { type: 'textfield', id: 'via', key: 'via', label: 'Via e numero' },
        {
          type: 'dynamiclist',
          id: 'unita',
          path: 'unita',
          label: 'Unità immobiliari',
          properties: { itemLabel: 'Unità' },
          components: [{ type: 'textfield', id: 'interno', key: 'interno', label: 'Interno' }],
        },
      ],
    },
  ],
  answers: { edifici: [{ via: 'Via Zamboni 33', unita: [{ interno: '1' }, { interno: '2' }] }] },
});

/** The focus goes to the new item, and after removing to the one before; both are said aloud. */
export const AddedAndRemoved: FieldStory = formStory({
  components: [people],
  answers: two,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Aggiungi: Persona' }));
    await waitFor(() => expect(canvas.getByRole('group', { name: 'Persona 3' })).toHaveFocus());
    await expect(canvas.getByText('Persona 3 aggiunto')).toHaveAttribute('role', 'status');
    await expect(canvas.queryByRole('button', { name: 'Aggiungi: Persona' })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Rimuovi Persona 2' }));
    await waitFor(() => expect(canvas.getByRole('group', { name: 'Persona 1' })).toHaveFocus());
    await expect(canvas.queryByDisplayValue('Carlo Bianchi')).toBeNull();
    await expect(canvas.getByDisplayValue('Maria Rossi')).toBeVisible();
  },
});

const asTable: ListComponent = {
  type: 'dynamiclist',
  id: 'attrezzature',
  path: 'attrezzature',
  label: 'Attrezzature',
  properties: { itemLabel: 'Attrezzatura', presentation: 'table', maxItems: '10' },
  components: [
    { type: 'textfield', id: 'nome', key: 'nome', label: 'Descrizione', validate: { required: true } },
    { type: 'number', id: 'numero', key: 'numero', label: 'Quantità', decimalDigits: 0, validate: { required: true } },
    { type: 'datetime', id: 'dal', key: 'dal', label: 'In uso dal' },
  ],
};

const equipment: Answers = {
  attrezzature: [
    { nome: 'Affettatrice', numero: 2, dal: '2024-03-01' },
    { nome: 'Forno', numero: 1 },
  ],
};

/** The same as a table; on narrow screens each row becomes a block. */
export const AsTable: FieldStory = formStory({ components: [asTable], answers: equipment });
export const AsTableReadOnly: FieldStory = formStory({ components: [asTable], answers: equipment, readOnly: true });
export const AsTableWrong: FieldStory = formStory({
  components: [asTable],
  answers: { attrezzature: [{ nome: 'Affettatrice', numero: 2 }, { numero: 1 }] },
  wrong: 'attrezzature[1].nome',
});

/** Where there is room it is a table with the names of its columns on top. */
export const AsTableAtADesk: FieldStory = {
  ...AsTable,
  tags: ['!autodocs'],
  globals: AT_A_DESK,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('columnheader', { name: /^Descrizione/ })).toBeVisible();
    const [first, second] = canvas.getAllByRole('row').slice(1);
    await expect(second?.getBoundingClientRect().top).toBeGreaterThan(first?.getBoundingClientRect().top ?? Infinity);
  },
};
export const AsTableWrongAtADesk: FieldStory = { ...AsTableWrong, tags: ['!autodocs'], globals: AT_A_DESK };
