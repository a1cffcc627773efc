import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { CupField } from './Field.tsx';

export default { title: 'Campi/CUP', component: CupField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'cup',
    label: 'CUP',
    description: 'Il codice unico del progetto di investimento pubblico',
    validate: { required: true },
    properties: { type: 'cup' },
  },
  filled: 'G39G19000560002',
  wrong: 'G39G1900056000',
  english: { label: 'CUP', description: 'The code of the public investment project' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
