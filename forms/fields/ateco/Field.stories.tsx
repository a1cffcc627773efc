import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { AtecoField } from './Field.tsx';

export default { title: 'Campi/ATECO', component: AtecoField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'ateco',
    label: 'Codice ATECO dell’attività',
    description: 'Lo trovi nella visura camerale, come 56.10.11',
    validate: { required: true },
    properties: { type: 'ateco' },
  },
  filled: '56.10.11',
  wrong: 'I56',
  english: {
    label: 'ATECO code of the activity',
    description: 'You find it in the company register, such as 56.10.11',
  },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
