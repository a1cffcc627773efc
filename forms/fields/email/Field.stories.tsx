import type { Meta } from '@storybook/react-vite';
import { fieldStories, formStory, type FieldStory } from '../stories.tsx';
import { EmailField } from './Field.tsx';

export default { title: 'Campi/Posta elettronica', component: EmailField } satisfies Meta;

const states = fieldStories({
  component: {
    type: 'textfield',
    key: 'email',
    label: 'Indirizzo di posta elettronica',
    description: 'Ti scriviamo qui quando c’è una novità',
    validate: { required: true },
    properties: { type: 'email', autocomplete: 'email' },
  },
  filled: 'maria.rossi@esempio.it',
  wrong: 'maria.rossi(at)esempio.it',
  english: { label: 'E-mail address', description: 'We write to you here when something changes' },
});

export const Empty: FieldStory = states.empty;
export const Filled: FieldStory = states.filled;
export const Wrong: FieldStory = states.wrong;
export const ReadOnly: FieldStory = states.readOnly;
export const Prefilled: FieldStory = states.prefilled;
export const Repeated: FieldStory = states.repeated;
export const English: FieldStory = states.english;

/** A domain that looks like a slip: a hint, not a refusal. */
export const Slip: FieldStory = formStory({
  components: [{ type: 'textfield', id: 'email', key: 'email', label: 'Email', properties: { type: 'email' } }],
  answers: { email: 'maria.rossi@gmial.com' },
});
