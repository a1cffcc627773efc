import type { Meta, StoryObj } from '@storybook/react-vite';
import { OwnSessions } from './OwnSessions.tsx';
import { AT_A_DESK } from './story-width.ts';

const at = { startedAt: '2026-10-04T07:30:00.000Z', seenAt: '2026-10-04T08:02:00.000Z' };

const meta = {
  title: 'Kit/OwnSessions',
  component: OwnSessions,
  args: {
    sessions: [
      { sessionId: 'a', ...at, browser: 'Firefox', system: 'Windows', current: true },
      { sessionId: 'b', ...at, browser: 'Safari', system: 'iPhone', current: false },
      { sessionId: 'c', ...at, current: false },
    ],
    onEnd: () => undefined,
  },
} satisfies Meta<typeof OwnSessions>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Several: Story = {};
export const Ending: Story = { args: { ending: 'b' } };

export const SeveralAtADesk: Story = { ...Several, tags: ['!autodocs'], globals: AT_A_DESK };
