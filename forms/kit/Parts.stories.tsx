import type { Meta } from '@storybook/react-vite';
import { formStory, type FieldStory } from '../fields/stories.tsx';
import type { FieldComponent } from '../schema/document.ts';
import { Parts } from './Parts.tsx';

const meta = { title: 'Kit/Parts', component: Parts } satisfies Meta<typeof Parts>;
export default meta;

const address: FieldComponent = {
  type: 'textfield',
  id: 'shown',
  key: 'indirizzo',
  label: 'Dove abiti',
  properties: { type: 'address' },
  validate: { required: true },
};

/** The parts of one answer under one legend; one below the other where the screen is narrow. */
export const Empty: FieldStory = formStory({ components: [address] });

/** A part that is wrong says so at its own input, and the summary leads there. */
export const WrongPart: FieldStory = formStory({
  components: [address],
  answers: {
    indirizzo: { street: 'via Verdi', number: '3', postalCode: '4012', municipality: 'Bologna', province: 'BO' },
  },
  wrong: 'indirizzo.postalCode',
});
