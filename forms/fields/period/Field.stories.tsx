import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { PeriodField } from './Field.tsx';

export default { title: 'Campi/Periodo', component: PeriodField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'periodo',
    label: 'Periodo di occupazione del suolo',
    description: 'Al massimo 30 giorni',
    validate: { required: true },
    properties: { type: 'period', notBefore: 'today', maxDays: '30' },
  },
  filled: { from: '2026-11-02', to: '2026-11-15' },
  wrong: { from: '2026-11-15', to: '2026-11-02' },
  english: { label: 'Period of occupation', description: 'At most 30 days' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;
