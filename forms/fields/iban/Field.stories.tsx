import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { IbanField } from './Field.tsx';

export default { title: 'Campi/IBAN', component: IbanField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'iban',
    label: 'IBAN del conto su cui ricevere il contributo',
    description: 'Lo trovi nell’app della banca o sull’estratto conto',
    validate: { required: true },
    properties: { type: 'iban', country: 'IT' },
  },
  filled: 'IT60X0542811101000000123456',
  wrong: 'IT60 X054 2811 1010 0000 0123 465',
  english: {
    label: 'IBAN of the account to be paid',
    description: 'You find it in the app of your bank or on a statement',
  },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
