import type { Meta } from '@storybook/react-vite';
import { fieldStories, type FieldStory } from '../stories.tsx';
import { AttachmentField } from './Field.tsx';

export default { title: 'Campi/Allegato', component: AttachmentField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'filepicker',
    key: 'planimetria',
    label: 'Planimetria',
    description: 'In scala 1:100, firmata dal tecnico',
    accept: '.pdf,.p7m',
    multiple: true,
    validate: { required: true },
    properties: { maxFiles: '3', maxSizeMb: '5' },
  },
  filled: [
    { uploadId: 'planimetria', name: 'planimetria-piano-terra.pdf', size: 482_133 },
    { uploadId: 'relazione', name: 'relazione-tecnica.pdf.p7m', size: 1_204_400 },
  ],
  wrong: [{ uploadId: 'foto', name: 'facciata.jpg', size: 32_000_000 }],
  english: { label: 'Floor plan', description: 'At a scale of 1:100, signed by the engineer' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;

/** A signed file is wanted, made from a document to download. */
export const SignedFromTemplate: FieldStory = fieldStories({
  component: {
    type: 'filepicker',
    key: 'relazione',
    label: 'Relazione firmata',
    accept: '.pdf,.p7m',
    properties: { signature: 'any', template: '/modelli/relazione.docx' },
  },
  filled: [{ uploadId: 'relazione', name: 'relazione-tecnica.pdf.p7m', size: 1204400 }],
  wrong: [],
}).empty;
