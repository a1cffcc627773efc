import type { Meta, StoryObj } from '@storybook/react-vite';
import { Timeline } from './Timeline.tsx';
import { AT_A_DESK } from './story-width.ts';

const meta = {
  title: 'Kit/Timeline',
  component: Timeline,
  args: {
    entries: [
      { id: 'sent', title: 'Domanda inviata', when: '4 ottobre 2026', state: 'done' },
      {
        id: 'review',
        title: 'Esame dell’ufficio',
        when: 'entro il 3 novembre 2026',
        text: 'L’ufficio controlla i documenti e può chiederne altri.',
        state: 'current',
      },
      { id: 'outcome', title: 'Esito', state: 'next' },
    ],
  },
} satisfies Meta<typeof Timeline>;
export default meta;

type Story = StoryObj<typeof meta>;

export const UnderWay: Story = {};
export const NotStarted: Story = { args: { entries: [{ id: 'sent', title: 'Domanda inviata', state: 'next' }] } };

export const UnderWayAtADesk: Story = { ...UnderWay, tags: ['!autodocs'], globals: AT_A_DESK };
