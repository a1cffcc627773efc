import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { TermSteps } from './TermSteps.tsx';
import { AT_A_DESK } from './story-width.ts';

const ground = 'L. 241/1990, art. 2 c. 7';

const meta = {
  title: 'Kit/TermSteps',
  component: TermSteps,
  args: {
    label: 'Termine per la risposta',
    steps: [
      {
        code: 'begun',
        text: '30 giorni dal 2 marzo 2026; quel giorno non si conta.',
        ground: 'L. 241/1990, art. 25 c. 4',
        endOn: '2026-04-01',
      },
      {
        code: 'stopped',
        text: 'Fermo dal 6 al 10 marzo 2026: 4 giorni che non si contano.',
        ground,
        endOn: '2026-04-05',
      },
      {
        code: 'moved',
        text: 'Il 5 aprile 2026 è domenica, il 6 aprile 2026 è festa (Lunedì dell’Angelo): finisce il 7 aprile 2026.',
        ground: 'Codice civile, art. 2963 c. 3',
        endOn: '2026-04-07',
      },
    ],
  },
} satisfies Meta<typeof TermSteps>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Folded: Story = {};
export const Open: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Come si calcola'));
    await expect(canvas.getByText('Codice civile, art. 2963 c. 3')).toBeVisible();
  },
};
export const StandingStill: Story = {
  args: {
    steps: [
      { code: 'begun', text: '30 giorni dal 2 marzo 2026; quel giorno non si conta.', ground, endOn: '2026-04-01' },
      { code: 'stopped-still', text: 'Fermo dal 6 marzo 2026: l’ultimo giorno si saprà quando riparte.', ground },
    ],
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Come si calcola'));
    await expect(canvas.getByText(/quando riparte/)).toBeVisible();
  },
};
export const OpenAtADesk: Story = { ...Open, tags: ['!autodocs'], globals: AT_A_DESK };
