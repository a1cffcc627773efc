import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { Choice, FieldComponent } from '../../schema/document.ts';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { SelectField } from './Field.tsx';

export default { title: 'Campi/Scelta singola', component: SelectField } satisfies Meta;

const STREETS = [
  'Via Altabella',
  'Via Andrea Costa',
  'Via Augusto Righi',
  'Via Belle Arti',
  'Via Castiglione',
  'Via d’Azeglio',
  'Via dei Mille',
  'Via del Pratello',
  'Via delle Moline',
  'Via Emilia Levante',
  'Via Emilia Ponente',
  'Via Farini',
  'Via Galliera',
  'Via Guerrazzi',
  'Via Indipendenza',
  'Via Irnerio',
  'Via Lame',
  'Via Marconi',
  'Via Mascarella',
  'Via Mazzini',
  'Via Murri',
  'Via Oberdan',
  'Via Petroni',
  'Via Rizzoli',
  'Via San Felice',
  'Via San Vitale',
  'Via Saragozza',
  'Via Sant’Isaia',
  'Via Ugo Bassi',
  'Via Zamboni',
];

const choices = (count: number): readonly Choice[] =>
  STREETS.slice(0, count).map((label, index) => ({ value: `via-${index + 1}`, label }));

const street = (count: number): FieldComponent => ({
  type: 'select',
  key: 'via',
  label: 'Via in cui si svolge la festa',
  description: `Una voce su ${count}`,
  values: choices(count),
  validate: { required: true },
});

const english = { label: 'Street of the party', description: 'One of the list' };
const asked = { filled: 'via-2', wrong: 'via-99', english };
const states = fieldStories({ component: street(8), ...asked });
const few = fieldStories({ component: street(3), ...asked });
const many = fieldStories({ component: street(30), ...asked });

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;

/** Up to five choices are all in sight. */
export const ThreeChoices: FieldStory = few.empty;
export const ThreeChoicesFilled: FieldStory = few.filled;
export const ThreeChoicesWrong: FieldStory = few.wrong;

/** From eleven on the list is searched. */
export const ThirtyChoices: FieldStory = many.empty;
export const ThirtyChoicesFilled: FieldStory = many.filled;
export const ThirtyChoicesWrong: FieldStory = many.wrong;
export const ThirtyChoicesReadOnly: FieldStory = many.readOnly;

/** Part of a name, arrow, Enter: found without a pointer and without accents. */
export const FoundByKeyboard: FieldStory = {
  ...many.empty,
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByRole<HTMLInputElement>('combobox');
    await userEvent.tab();
    await expect(input).toHaveFocus();
    await userEvent.keyboard('emilia');
    await waitFor(() => expect(within(canvasElement).getAllByRole('option')).toHaveLength(2));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect(within(canvasElement).getByRole('option', { selected: true })).toHaveTextContent('Via Emilia Ponente');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(input).toHaveValue('Via Emilia Ponente'));
    await expect(within(canvasElement).queryByRole('listbox')).toBeNull();
  },
};

/** The choices are a controlled vocabulary that comes with the product. */
export const FromVocabulary: FieldStory = fieldStories({
  component: {
    type: 'select',
    key: 'forma',
    label: 'Forma giuridica',
    properties: { choicesFrom: 'vocabulary:legal-status' },
  },
  filled: '1.1.10',
  wrong: 1,
}).filled;

/** The choices are a list of the engine. */
export const FromEngine: FieldStory = fieldStories({
  component: { type: 'select', key: 'ufficio', label: 'Ufficio', properties: { choicesFrom: 'api:offices' } },
  filled: 'urp',
  wrong: 1,
}).filled;

/** A list that cannot be had: the field says so and offers another try. */
export const ListMissing: FieldStory = fieldStories({
  component: { type: 'select', key: 'ufficio', label: 'Ufficio', properties: { choicesFrom: 'api:none' } },
  filled: 'urp',
  wrong: 1,
}).empty;
