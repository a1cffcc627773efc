import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { BodyField } from './Field.tsx';

export default { title: 'Campi/Ente pubblico', component: BodyField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'ente',
    label: 'Ente a cui chiedi i documenti',
    validate: { required: true },
    properties: { type: 'body' },
  },
  filled: 'c_a944',
  wrong: '',
  english: { label: 'Body you ask for the documents' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
