import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { FiscalCodeField } from './Field.tsx';

export default { title: 'Campi/Codice fiscale', component: FiscalCodeField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'codiceFiscale',
    label: 'Codice fiscale',
    description: 'Lo trovi sulla tessera sanitaria',
    validate: { required: true },
    properties: { type: 'fiscal-code', kind: 'person' },
  },
  filled: 'RSSMRA80A01A944I',
  wrong: 'RSSMRA80A01A944X',
  english: { label: 'Fiscal code', description: 'You find it on your health card' },
});

const familyName = { type: 'textfield', key: 'cognome', label: 'Cognome', validate: { required: true } };

const besideName = fieldStories({
  component: {
    type: 'textfield',
    key: 'codiceFiscale',
    label: 'Codice fiscale',
    validate: { required: true },
    properties: { type: 'fiscal-code', kind: 'person', familyName: 'cognome' },
  },
  filled: 'RSSMRA80A01A944I',
  wrong: 'RSSMRA80A01A944I',
  beside: [{ component: familyName, value: 'Prova' }],
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
/** The code is right, but not that of the family name beside it. */
export const Disagreeing: FieldStory = besideName.wrong;
