import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { VatNumberField } from './Field.tsx';

export default { title: 'Campi/Partita IVA', component: VatNumberField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'partitaIva',
    label: 'Partita IVA',
    validate: { required: true },
    properties: { type: 'vat-number' },
  },
  filled: '12345678903',
  wrong: '12345678901',
  english: { label: 'VAT number' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
