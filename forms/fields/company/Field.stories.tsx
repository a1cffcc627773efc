import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { CompanyField } from './Field.tsx';

export default { title: 'Campi/Impresa', component: CompanyField } satisfies Meta;

const bakery = {
  name: 'Forno Prova S.n.c. di Ada Prova',
  vatNumber: '12345678903',
  seat: {
    street: 'Via Zamboni',
    number: '33',
    postalCode: '40126',
    municipality: 'Bologna',
    province: 'BO',
    country: 'Italia',
  },
  rea: 'BO-123456',
  ateco: '10.71.10',
  certifiedMail: 'forno@pec.esempio.it',
};

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'impresa',
    label: 'Impresa che chiede l’autorizzazione',
    validate: { required: true },
    properties: { type: 'company' },
  },
  filled: bakery,
  wrong: { ...bakery, vatNumber: '12345678901', seat: { ...bakery.seat, postalCode: '4012' }, ateco: '' },
  english: { label: 'Company that asks for the authorisation' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
