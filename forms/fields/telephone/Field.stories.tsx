import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { TelephoneField } from './Field.tsx';

export default { title: 'Campi/Telefono', component: TelephoneField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'telefono',
    label: 'Telefono',
    validate: { required: true },
    properties: { type: 'telephone', autocomplete: 'tel' },
  },
  filled: '+390512193111',
  wrong: '051',
  english: { label: 'Telephone' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
