import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { formStory, type FieldStory } from '../fields/stories.tsx';
import type { FieldComponent } from '../schema/document.ts';
import { Correction } from './Correction.tsx';

const meta = { title: 'Kit/Correction', component: Correction } satisfies Meta<typeof Correction>;
export default meta;

const telephone: FieldComponent = {
  type: 'textfield',
  id: 'shown',
  key: 'telefono',
  label: 'Telefono',
  properties: { type: 'telephone', prefill: 'dossiers.telefono', correctable: 'true' },
};

const known = {
  components: [telephone],
  answers: { telefono: '+39051123456' },
  sources: { dossiers: { telefono: '+39051123456' } },
};

/** What is known stands there with its origin; it can be corrected. */
export const Closed: FieldStory = formStory(known);

/** The field opens and takes the focus; why it is corrected is asked below. */
export const Opened: FieldStory = formStory({
  ...known,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /Telefono/ }));
    const input = canvas.getByRole('textbox', { name: /^Telefono/ });
    await expect(input).toHaveFocus();
    await expect(input).not.toHaveAttribute('readonly');
    await expect(canvas.getAllByRole('textbox')).toHaveLength(2);
  },
});
