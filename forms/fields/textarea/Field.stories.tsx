import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { TextAreaField } from './Field.tsx';

export default { title: 'Campi/Testo lungo', component: TextAreaField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textarea',
    key: 'motivazione',
    label: 'Motivo della richiesta',
    description: 'Spiega perché ti servono i documenti',
    validate: { required: true, maxLength: 120 },
  },
  filled: 'Devo verificare i confini del mio lotto\nprima di presentare il progetto.',
  wrong: 'I documenti mi servono per verificare i confini. '.repeat(3),
  english: { label: 'Reason for the request', description: 'Explain why you need the documents' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
