import type { Meta } from '@storybook/react-vite';
import { fieldStories, formStory, type FieldStory } from '../stories.tsx';
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

/** A dot that may be meant in two ways: what is read stands below at once. */
export const Doubtful: FieldStory = formStory({
  components: [
    { type: 'number', id: 'quantita', key: 'quantita', label: 'Quantità', appearance: { suffixAdorner: 'kg' } },
  ],
  answers: { quantita: '1.250' },
});

/** Where three decimals are usual it is asked. */
export const Twofold: FieldStory = formStory({
  components: [{ type: 'number', id: 'latitudine', key: 'latitudine', label: 'Latitudine', decimalDigits: 6 }],
  answers: { latitudine: '44.494' },
  wrong: 'latitudine',
});
