import type { Meta, StoryObj } from '@storybook/react-vite';
import { ClosedDays } from './ClosedDays.tsx';
import { AT_A_DESK } from './story-width.ts';

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const day = { root: hash, previousHash: hash, hash };

const meta = {
  title: 'Kit/ClosedDays',
  component: ClosedDays,
  args: {
    days: [
      { ...day, day: '2026-03-03', eventCount: 1204 },
      { ...day, day: '2026-03-02', eventCount: 1 },
      { ...day, day: '2026-03-01', eventCount: 0 },
    ],
  },
} satisfies Meta<typeof ClosedDays>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Several: Story = {};

export const SeveralAtADesk: Story = { ...Several, tags: ['!autodocs'], globals: AT_A_DESK };
