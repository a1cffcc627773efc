import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { CheckboxField } from './Field.tsx';

export default { title: 'Campi/Casella da spuntare', component: CheckboxField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'checkbox',
    key: 'informativa',
    label: 'Ho letto l’informativa sul trattamento dei dati personali',
    description: 'Regolamento (UE) 2016/679, articolo 13',
    validate: { required: true },
  },
  filled: true,
  wrong: false,
  english: {
    label: 'I have read the notice on personal data',
    description: 'Regulation (EU) 2016/679, article 13',
  },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
