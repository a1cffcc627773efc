import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { AmountField } from './Field.tsx';

export default { title: 'Campi/Importo', component: AmountField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'number',
    key: 'valore',
    label: 'Valore dei lavori',
    description: 'IVA esclusa',
    validate: { required: true, min: 0, max: 150_000 },
    properties: { type: 'amount' },
  },
  filled: 123_450,
  wrong: '150.000,01',
  english: { label: 'Value of the works', description: 'Without VAT' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
