import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { MunicipalityField } from './Field.tsx';

export default { title: 'Campi/Comune', component: MunicipalityField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'comune',
    label: 'Comune di nascita',
    validate: { required: true },
    properties: { type: 'municipality', validOn: 'natoIl' },
  },
  filled: { istatCode: '037006', name: 'Bologna', province: 'BO' },
  // Suppressed on 1 January 2014.
  wrong: { istatCode: '037004', name: 'Bazzano', province: 'BO' },
  beside: [{ component: { type: 'datetime', key: 'natoIl', label: 'Data di nascita' }, value: '2015-05-01' }],
  english: { label: 'Municipality of birth' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
