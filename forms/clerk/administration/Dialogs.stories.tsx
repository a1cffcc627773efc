import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { STORY_DAY } from '../../kit/stage.tsx';
import './desk-styles.ts';
import { EndDialog } from './EndDialog.tsx';
import { KeepDialog } from './KeepDialog.tsx';

const office = { officeName: 'Ufficio relazioni con il pubblico' };

const meta = {
  title: 'Scrivania/Amministrazione/Conferme',
  component: EndDialog,
  parameters: { docs: { story: { inline: false, height: '26rem' } } },
  args: {
    register: 'assign',
    what: 'Accesso agli atti e accesso civico · Sportello che riceve',
    figures: { openDossiers: 12, openTasks: 5, ...office },
    against: undefined,
    busy: false,
    today: STORY_DAY,
    onEnd: fn(),
    onCancel: fn(),
  },
} satisfies Meta<typeof EndDialog>;
export default meta;

type Story = StoryObj<typeof meta>;

export const EndOfAnAssignment: Story = {
  play: async ({ args }) => {
    const dialog = within(document.body).getByRole('dialog');
    await expect(dialog).toHaveTextContent('12 pratiche in corso.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Chiudi' }));
    await expect(args.onEnd).toHaveBeenCalledWith(STORY_DAY);
  },
};
export const EndOfARole: Story = {
  args: { register: 'people', what: 'Paola Conti · Operatore', figures: { openDossiers: 0, openTasks: 3 } },
};
export const OfficeWithTasks: Story = {
  args: {
    register: 'offices',
    what: 'urp',
    figures: { openDossiers: 0, openTasks: 2 },
    against: 'L’ufficio urp di r_emiro ha 2 attività aperte e 0 pratiche non concluse: nessuno potrebbe finirle.',
  },
};
export const BeingCounted: Story = { args: { figures: undefined } };

const kept = { register: 'assign', firstOn: STORY_DAY, busy: false, onKeep: fn(), onCancel: fn() } as const;

export const NewAssignment: Story = {
  render: () => <KeepDialog {...kept} figures={{ openDossiers: 12, openTasks: 5, ...office }} />,
};
export const NewAssignmentWithNothingRunning: Story = {
  render: () => <KeepDialog {...kept} figures={{ openDossiers: 0, openTasks: 0 }} />,
};
export const NewDelegation: Story = {
  render: () => <KeepDialog {...kept} register="delegations" figures={{ openDossiers: 1, openTasks: 1 }} />,
};
