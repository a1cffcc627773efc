import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { CadastralParcelField } from './Field.tsx';

export default { title: 'Campi/Particella catastale', component: CadastralParcelField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'particella',
    label: 'Dati catastali',
    validate: { required: true },
    properties: { type: 'cadastral-parcel' },
  },
  filled: {
    municipality: { istatCode: '037006', name: 'Bologna', province: 'BO' },
    kind: 'building',
    sheet: '123',
    parcel: '345/2',
    subaltern: '7',
  },
  wrong: {
    municipality: { istatCode: '037006', name: 'Bologna', province: 'BO' },
    kind: 'land',
    sheet: 'zero',
    parcel: '12/',
  },
  english: { label: 'Land registry details' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
