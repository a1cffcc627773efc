import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { CertifiedMailField } from './Field.tsx';

export default { title: 'Campi/Posta certificata', component: CertifiedMailField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'pec',
    label: 'PEC dell’impresa',
    validate: { required: true },
    properties: { type: 'certified-mail' },
  },
  filled: 'forno@pec.esempio.it',
  wrong: 'forno@pec',
  english: { label: 'Certified mail of the company' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
