import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { NumberField } from './Field.tsx';

export default { title: 'Campi/Numero', component: NumberField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'number',
    key: 'superficie',
    label: 'Superficie occupata',
    description: 'Con due decimali al massimo',
    decimalDigits: 2,
    appearance: { suffixAdorner: 'm²' },
    validate: { required: true, min: 1, max: 10_000 },
  },
  filled: 1250.5,
  wrong: '12.000',
  english: { label: 'Area occupied', description: 'With at most two decimals' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
