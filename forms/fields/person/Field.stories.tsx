import type { Meta } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { AT_A_DESK } from '../../kit/story-width.ts';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { PersonField } from './Field.tsx';

export default { title: 'Campi/Persona', component: PersonField } satisfies Meta;

const ada = {
  familyName: 'Prova',
  givenName: 'Ada',
  fiscalCode: 'PRVDAA85D43A944G',
  bornOn: '1985-04-03',
  bornIn: 'Bologna',
  sex: 'F',
  email: 'ada.prova@esempio.it',
};

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'persona',
    label: 'Persona delegata',
    description: 'Scrivi i dati come sulla tessera sanitaria',
    validate: { required: true },
    properties: {
      type: 'person',
      parts: 'familyName, givenName, fiscalCode, bornOn, bornIn, sex, email, phone?',
    },
  },
  filled: ada,
  wrong: { ...ada, familyName: 'Rossi', bornIn: '', email: 'ada@' },
  english: { label: 'Delegate', description: 'Write the details as on the health card' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;

/** Where there is room the parts stand two by two, the boxes of a row in line. */
export const FilledAtADesk: FieldStory = {
  ...Filled,
  tags: ['!autodocs'],
  globals: AT_A_DESK,
  play: async ({ canvasElement }) => {
    const [first, second] = [...canvasElement.querySelectorAll('.iter-part input')].map((box) =>
      box.getBoundingClientRect(),
    );
    await expect(second?.top).toBe(first?.top);
    await expect(second?.left).toBeGreaterThan(first?.right ?? Infinity);
  },
};
