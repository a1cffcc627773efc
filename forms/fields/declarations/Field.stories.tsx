import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { DeclarationsField } from './Field.tsx';

export default { title: 'Campi/Dichiarazioni', component: DeclarationsField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'checklist',
    key: 'dichiarazioni',
    label: 'Dichiarazioni sostitutive',
    validate: { required: true },
    values: [
      {
        value: 'onorabilita',
        label: 'Dichiaro di possedere i requisiti di onorabilità.',
        description: 'D.Lgs. 59/2010, art. 71',
      },
      {
        value: 'antimafia',
        label: 'Dichiaro che non ci sono cause di divieto.',
        description: 'D.Lgs. 159/2011, art. 67',
      },
      { value: 'privacy', label: 'Dichiaro di voler ricevere le comunicazioni anche per posta elettronica.' },
    ],
    properties: { type: 'declarations', optional: 'privacy' },
  },
  filled: [
    { value: 'onorabilita', text: 'Dichiaro di possedere i requisiti di onorabilità.' },
    { value: 'antimafia', text: 'Dichiaro che non ci sono cause di divieto.' },
  ],
  wrong: [{ value: 'onorabilita', text: 'Dichiaro di possedere i requisiti di onorabilità.' }],
  english: { label: 'Declarations in place of certificates' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
