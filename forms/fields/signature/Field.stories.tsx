import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { SignatureField } from './Field.tsx';

export default { title: 'Campi/Conferma', component: SignatureField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'checkbox',
    key: 'conferma',
    label: 'Conferma',
    validate: { required: true },
    properties: { type: 'signature', text: 'Confermo che i dati inseriti sono completi.' },
  },
  filled: { text: 'Confermo che i dati inseriti sono completi.', at: '2026-10-04T07:30:00.000Z' },
  wrong: { text: 'Un testo di prima.', at: '2026-10-04T07:30:00.000Z' },
  english: { label: 'Confirmation' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;

/** Confirmed by writing one's name. */
export const ByName: FieldStory = fieldStories({
  component: {
    type: 'textfield',
    key: 'conferma',
    label: 'Conferma',
    properties: { type: 'signature', how: 'name', text: 'Confermo che i dati inseriti sono completi.' },
  },
  filled: { text: 'Confermo che i dati inseriti sono completi.', at: '2026-10-04T07:30:00.000Z', name: 'Ada Prova' },
  wrong: { text: 'Un testo di prima.', at: '2026-10-04T07:30:00.000Z', name: 'Ada Prova' },
}).filled;
