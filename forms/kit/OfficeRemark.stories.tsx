import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { formStory, type FieldStory } from '../fields/stories.tsx';
import { OfficeRemark } from './OfficeRemark.tsx';

const meta = { title: 'Kit/OfficeRemark', component: OfficeRemark } satisfies Meta<typeof OfficeRemark>;
export default meta;

/** A form that was sent before: one answer is open, with the words of the office; the other stays as it was. */
export const Asked: FieldStory = formStory({
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
  ],
  answers: { oggetto: 'I verbali della commissione del 2025', estremi: 'n. 3' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('note')).toHaveTextContent('Di quale seduta parli?');
    await expect(canvas.getByRole('textbox', { name: /Quale documento/ })).not.toHaveAttribute('readonly');
  },
});
