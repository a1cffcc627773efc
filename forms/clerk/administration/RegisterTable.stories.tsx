import type { Meta, StoryObj } from '@storybook/react-vite';
import { MemoryRouter } from 'react-router';
import { expect, fn, userEvent, within } from 'storybook/test';
import { AT_A_DESK } from '../../kit/story-width.ts';
import { STORY_DAY } from '../../kit/stage.tsx';
import './desk-styles.ts';
import { RegisterTable } from './RegisterTable.tsx';
import { storyKnown, storyPeople, storyViews } from './story-administration.ts';

const meta = {
  title: 'Scrivania/Amministrazione/Elenco',
  component: RegisterTable,
  decorators: [
    (Story) => (
      <MemoryRouter>
        <Story />
      </MemoryRouter>
    ),
  ],
  args: {
    view: storyViews.people,
    rows: storyPeople,
    known: storyKnown,
    today: STORY_DAY,
    changeAt: () => '/riga',
    onEnd: fn(),
  },
} satisfies Meta<typeof RegisterTable>;
export default meta;

type Story = StoryObj<typeof meta>;

/** One that has ended, or is not the reader's, offers nothing to do. */
export const People: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getAllByRole('link')).toHaveLength(1);
    await userEvent.click(canvas.getByRole('button', { name: /^Chiudi CNTPLA76H55A944N/ }));
    await expect(args.onEnd).toHaveBeenCalledWith(storyPeople[0]);
  },
};
export const PeopleAtADesk: Story = { ...People, tags: ['!autodocs'], globals: AT_A_DESK };

export const Bodies: Story = {
  args: {
    view: storyViews.bodies,
    rows: [
      {
        cells: {
          codice_ipa: 'c_a944',
          nome: 'Comune di Bologna',
          tipo: 'comune',
          codice_istat: '037006',
          provincia: 'BO',
          al: '',
        },
        names: { codice_ipa: 'Comune di Bologna' },
        mayChange: true,
      },
    ],
  },
};
