import type { Meta, StoryObj } from '@storybook/react-vite';
import { MemoryRouter } from 'react-router';
import { expect, within } from 'storybook/test';
import { AT_A_DESK } from '../../kit/story-width.ts';
import './desk-styles.ts';
import { Gaps } from './Gaps.tsx';

const gap = { procedureId: 'accesso-agli-atti', title: 'Accesso agli atti e accesso civico' };

const meta = {
  title: 'Scrivania/Amministrazione/Ruoli scoperti',
  component: Gaps,
  decorators: [
    (Story) => (
      <MemoryRouter>
        <Story />
      </MemoryRouter>
    ),
  ],
  args: {
    ipaCode: 'arpae_er',
    gaps: [
      { ...gap, role: 'front-desk', label: 'Sportello che riceve', kind: 'no-office' },
      {
        ...gap,
        role: 'decider',
        label: 'Chi decide',
        kind: 'no-office',
        office: { ipaCode: 'arpae_er', code: 'documenti' },
      },
      {
        ...gap,
        role: 'transparency-officer',
        label: 'Responsabile della trasparenza',
        kind: 'no-people',
        office: { ipaCode: 'arpae_er', code: 'rpct' },
      },
    ],
  },
} satisfies Meta<typeof Gaps>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Each leads to where it is filled, with what is known of it. */
export const Several: Story = {
  play: async ({ canvasElement }) => {
    const links = within(canvasElement).getAllByRole('link');
    await expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/amministrazione/assegnazioni/riga?ente=arpae_er&procedimento=accesso-agli-atti&ruolo=front-desk',
      '/amministrazione/assegnazioni/riga?ente=arpae_er&procedimento=accesso-agli-atti&ruolo=decider',
      '/amministrazione/persone/riga?ente=arpae_er&ufficio=rpct',
    ]);
  },
};
export const One: Story = { args: { gaps: meta.args.gaps.slice(0, 1) } };
export const None: Story = { args: { gaps: [] } };
export const SeveralAtADesk: Story = { ...Several, tags: ['!autodocs'], globals: AT_A_DESK };
