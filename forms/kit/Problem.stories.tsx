import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Problem } from './Problem.tsx';

const meta = {
  title: 'Kit/Problem',
  component: Problem,
  args: { problem: { status: 500, reference: '7f3a-91' }, onRetry: fn() },
} satisfies Meta<typeof Problem>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A failure may be tried again and has a reference for the office. */
export const Defect: Story = {
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Riprova' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};

/** A refusal says why; asking again would give the same answer, so there is no button. */
export const Refusal: Story = {
  args: { problem: { status: 403, title: 'Questa pratica non è tua', detail: 'Puoi vedere solo le tue pratiche.' } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('button')).toBeNull();
  },
};

export const Unreachable: Story = {
  args: { problem: { status: 0, title: 'Il servizio non risponde', detail: 'Controlla la connessione e riprova.' } },
};
