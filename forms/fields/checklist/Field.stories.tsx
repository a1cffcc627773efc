import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { ChecklistField } from './Field.tsx';

export default { title: 'Campi/Scelta multipla', component: ChecklistField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'checklist',
    key: 'documenti',
    label: 'Documenti richiesti',
    description: 'Scegli tutti quelli che ti servono',
    values: [
      { value: 'permesso', label: 'Permesso di costruire' },
      { value: 'elaborati', label: 'Elaborati grafici', description: 'Piante, prospetti e sezioni' },
      { value: 'agibilita', label: 'Certificato di agibilità' },
    ],
    validate: { required: true },
  },
  filled: ['permesso', 'elaborati'],
  wrong: [],
  english: {
    label: 'Documents requested',
    description: 'Choose all those you need',
    values: { permesso: 'Building permit', elaborati: 'Drawings', agibilita: 'Certificate of occupancy' },
  },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
