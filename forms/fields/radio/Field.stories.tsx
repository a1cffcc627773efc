import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { RadioField } from './Field.tsx';

export default { title: 'Campi/Scelta singola a vista', component: RadioField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'radio',
    key: 'titolo',
    label: 'A che titolo fai la richiesta',
    values: [
      { value: 'proprietario', label: 'Proprietario' },
      { value: 'tecnico', label: 'Tecnico incaricato', description: 'Serve la delega firmata' },
      { value: 'altro', label: 'Altro' },
    ],
    validate: { required: true },
  },
  filled: 'tecnico',
  wrong: 'inquilino',
  english: {
    label: 'In what capacity you ask',
    values: { proprietario: 'Owner', tecnico: 'Engineer in charge', altro: 'Other' },
  },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
