import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { AddressForm } from './AddressForm.tsx';

export default {
  title: 'Kit/Altro indirizzo',
  component: AddressForm,
  args: {
    id: 'prova',
    hint: 'Lì arriva un collegamento per confermarlo.',
    save: 'Usa questo indirizzo',
    cancel: 'Lascia com’è',
    busy: false,
    onSave: fn(),
    onCancel: fn(),
  },
} satisfies Meta<typeof AddressForm>;

type Story = StoryObj<typeof AddressForm>;

export const Empty: Story = {};

export const Refused: Story = {
  args: { problem: { title: 'Gli avvisi di questa pratica arrivano già a questo indirizzo' } },
};

/** What is wrong is said beside each, and nothing is saved. */
export const Wrong: Story = {
  args: { reasonLabel: 'Perché cambia' },
  play: async ({ canvasElement, args }) => {
    const form = within(canvasElement);
    await userEvent.type(form.getByLabelText('Nuovo indirizzo di posta elettronica'), 'giulia');
    await userEvent.click(form.getByRole('button', { name: 'Usa questo indirizzo' }));
    await expect(form.getByText('Scrivi un indirizzo completo, come nome@esempio.it')).toBeVisible();
    await expect(form.getByText('Scrivi perché cambia')).toBeVisible();
    await expect(args.onSave).not.toHaveBeenCalled();
  },
};

/** What is pasted with an address goes. */
export const Pasted: Story = {
  args: { reasonLabel: 'Perché cambia' },
  play: async ({ canvasElement, args }) => {
    const form = within(canvasElement);
    await userEvent.type(
      form.getByLabelText('Nuovo indirizzo di posta elettronica'),
      'mailto:giulia.bianchi@Example.org',
    );
    await userEvent.type(form.getByLabelText('Perché cambia'), 'L’ha chiesto allo sportello');
    await userEvent.click(form.getByRole('button', { name: 'Usa questo indirizzo' }));
    await expect(args.onSave).toHaveBeenCalledWith({
      address: 'giulia.bianchi@example.org',
      reason: 'L’ha chiesto allo sportello',
    });
  },
};
