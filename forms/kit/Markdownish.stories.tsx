import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { Markdownish } from './Markdownish.tsx';

const meta = {
  title: 'Kit/Markdownish',
  component: Markdownish,
  args: {
    text: '# Chi può chiedere\n\nChi ha un **interesse diretto** e *attuale*:\n\n1. il proprietario\n2. chi ha una [delega](https://www.esempio.it/delega)',
  },
} satisfies Meta<typeof Markdownish>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Text: Story = {};

export const Quotation: Story = {
  args: { text: 'Hai chiesto:\n\n> I verbali del 2025\\\ne quelli del 2026\n\nTi rispondiamo presto.' },
};

/** HTML is text like any other: nothing of it is carried out. */
export const HtmlIsText: Story = {
  args: { text: 'Scrivi <img src=x onerror=alert(1)> qui' },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('img')).toBeNull();
    await expect(within(canvasElement).getByText(/<img src=x/)).toBeVisible();
  },
};
