import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { AddressField } from './Field.tsx';

export default { title: 'Campi/Indirizzo', component: AddressField } satisfies Meta;

const home = {
  street: 'Via Zamboni',
  number: '33',
  postalCode: '40126',
  municipality: 'Bologna',
  province: 'BO',
  country: 'Italia',
};

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'residenza',
    label: 'Indirizzo di residenza',
    validate: { required: true },
    properties: { type: 'address', aboutWriter: 'true' },
  },
  filled: home,
  wrong: { ...home, postalCode: '4012', province: 'XX', number: '' },
  english: { label: 'Home address' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
