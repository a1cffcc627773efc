import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { formStory, type FieldStory } from '../fields/stories.tsx';
import { AT_A_DESK } from './story-width.ts';
import { ToCorrect } from './ToCorrect.tsx';

const meta = { title: 'Kit/ToCorrect', component: ToCorrect } satisfies Meta<typeof ToCorrect>;
export default meta;

const answers = { oggetto: 'I verbali della commissione', estremi: 'n. 3', telefono: '051' };

const correcting = {
  components: [
    {
      type: 'textarea',
      id: 'shown',
      key: 'oggetto',
      label: 'Quale documento chiedi?',
      remark: 'Di quale seduta parli?\nNel 2025 ce ne sono state due.',
      validate: { required: true },
    },
    { type: 'textfield', key: 'estremi', label: 'Numero o data del documento', readonly: true },
    {
      type: 'textfield',
      key: 'telefono',
      label: 'Telefono',
      remark: 'Il numero non è completo.',
      validate: { required: true },
    },
  ],
  answers,
  held: answers,
} satisfies Parameters<typeof formStory>[0];

/** The list says what is asked, leads to each field, and counts only what has become another answer. */
export const OneOfTwo: FieldStory = formStory({
  ...correcting,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const list = within(canvas.getByRole('region', { name: 'Che cosa devi correggere' }));
    await expect(list.getByRole('status')).toHaveTextContent('Fatto: 0 su 2');
    await userEvent.click(list.getByRole('link', { name: 'Telefono' }));
    const phone = canvas.getByRole('textbox', { name: /Telefono/ });
    await waitFor(() => expect(phone).toHaveFocus());
    await userEvent.clear(phone);
    await expect(list.getByRole('status')).toHaveTextContent('Fatto: 0 su 2');
    await userEvent.type(phone, '051 123456');
    await waitFor(() => expect(list.getByRole('status')).toHaveTextContent('Fatto: 1 su 2'));
  },
});

export const AtADesk: FieldStory = { ...formStory(correcting), tags: ['!autodocs'], globals: AT_A_DESK };
