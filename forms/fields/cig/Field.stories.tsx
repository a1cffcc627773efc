import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { CigField } from './Field.tsx';

export default { title: 'Campi/CIG', component: CigField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'cig',
    label: 'CIG',
    description: 'Il codice identificativo della gara',
    validate: { required: true },
    properties: { type: 'cig' },
  },
  filled: '81970714FA',
  wrong: '81970714FB',
  english: { label: 'CIG', description: 'The code of the tender' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
