import type { Meta } from '@storybook/react-vite';
import { AT_A_DESK } from '../../kit/story-width.ts';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { MapField } from './Field.tsx';

export default { title: 'Campi/Luogo sulla mappa', component: MapField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'luogo',
    label: 'Dove si svolge l’attività',
    validate: { required: true },
    properties: { type: 'map' },
  },
  filled: { type: 'Point', coordinates: [11.342616, 44.494887] },
  wrong: { type: 'Point', coordinates: [11.342616, 'quarantaquattro'] },
  english: { label: 'Where the activity takes place' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;

const area = fieldStories({
  component: {
    type: 'textfield',
    key: 'area',
    label: 'Area occupata',
    properties: { type: 'map', shape: 'area', within: 'comune' },
  },
  filled: {
    type: 'Polygon',
    coordinates: [
      [
        [11.32, 44.48],
        [11.36, 44.48],
        [11.35, 44.51],
        [11.32, 44.48],
      ],
    ],
  },
  wrong: {
    type: 'Polygon',
    coordinates: [
      [
        [11.32, 44.48],
        [11.36, 44.51],
        [11.36, 44.48],
        [11.32, 44.51],
        [11.32, 44.48],
      ],
    ],
  },
  beside: [
    {
      component: { type: 'textfield', key: 'comune', label: 'Comune', properties: { type: 'municipality' } },
      value: { istatCode: '037006', name: 'Bologna', province: 'BO' },
    },
  ],
});

/** An area inside the municipality that was answered in the field above. */
export const Area: FieldStory = area.filled;

export const FilledAtADesk: FieldStory = { ...Filled, tags: ['!autodocs'], globals: AT_A_DESK };
