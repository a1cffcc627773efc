import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { storyAnswers, storyForm } from './story-form.ts';
import { AT_A_DESK } from './story-width.ts';
import { Summary } from './Summary.tsx';

const meta = {
  title: 'Kit/Summary',
  component: Summary,
  args: { form: storyForm, answers: storyAnswers },
} satisfies Meta<typeof Summary>;
export default meta;

type Story = StoryObj<typeof meta>;

export const ToRead: Story = {};
export const Empty: Story = { args: { answers: {} } };

/** What a condition hides is not read either. */
export const HiddenLeftOut: Story = {
  args: { answers: { ...storyAnswers, persone: 40 } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByText('Misure di sicurezza')).toBeNull();
    await expect(within(canvasElement).getByText('Persone attese')).toBeVisible();
  },
};

/** Every page has its way back, with a name of its own for screen readers. */
export const WithWaysBack: Story = {
  args: { onEdit: fn() },
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Modifica Chi organizza' }));
    await expect(args.onEdit).toHaveBeenCalledWith('organizzatori');
  },
};

export const WithWaysBackAtADesk: Story = { ...WithWaysBack, tags: ['!autodocs'], globals: AT_A_DESK };
