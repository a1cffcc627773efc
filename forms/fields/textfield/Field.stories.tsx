import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { TextField } from './Field.tsx';

export default { title: 'Campi/Testo breve', component: TextField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'oggetto',
    label: 'Oggetto della richiesta',
    description: 'In poche parole, come il titolo di una lettera',
    validate: { required: true, minLength: 5, maxLength: 80 },
  },
  filled: 'Copia del permesso di costruire n. 123 del 2019',
  wrong: 'Cop',
  english: { label: 'Subject of the request', description: 'In a few words, like the title of a letter' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
