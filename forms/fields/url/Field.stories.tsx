import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { UrlField } from './Field.tsx';

export default { title: 'Campi/Indirizzo web', component: UrlField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'sito',
    label: 'Sito dell’evento',
    description: 'La pagina su cui il pubblico trova il programma',
    validate: { required: true },
    properties: { type: 'url', autocomplete: 'url' },
  },
  filled: 'https://www.esempio.it/festa',
  wrong: 'ftp://esempio.it',
  english: { label: 'Web site of the event', description: 'The page where the public finds the programme' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
