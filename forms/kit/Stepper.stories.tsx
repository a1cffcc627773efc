import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Stepper } from './Stepper.tsx';

const meta = {
  title: 'Kit/Stepper',
  component: Stepper,
  args: {
    steps: [
      { id: 'privacy', label: 'Informativa' },
      { id: 'immobile', label: 'L’immobile e chi ne ha la disponibilità' },
      { id: 'allegati', label: 'Allegati' },
      { id: 'summary', label: 'Riepilogo' },
    ],
    current: 'immobile',
    onStep: fn(),
  },
} satisfies Meta<typeof Stepper>;
export default meta;

type Story = StoryObj<typeof meta>;

export const First: Story = { args: { current: 'privacy' } };
export const Last: Story = { args: { current: 'summary' } };
export const TellsOnly: Story = { args: { onStep: undefined } };

/**
 * Only steps that are done can be gone back to; on a phone the steps are one line and the buttons of the form lead
 * back.
 */
export const GoesBack: Story = {
  globals: { viewport: { value: 'desktop' } },
  play: async ({ args, canvasElement }) => {
    const [done, ...others] = within(canvasElement).getAllByRole('button');
    await expect(others).toHaveLength(0);
    if (done) await userEvent.click(done);
    await expect(args.onStep).toHaveBeenCalledWith('privacy');
  },
};
