import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { storyLookups } from '../../kit/story-host.ts';
import { STORY_DAY } from '../../kit/stage.tsx';
import { AT_A_DESK } from '../../kit/story-width.ts';
import './desk-styles.ts';
import { RowForm, type RowFormProps } from './RowForm.tsx';
import { storyKnown, storyViews } from './story-administration.ts';

/** Keeps the cells, as the page does. */
function Kept({ cells: first, onChange, ...rest }: RowFormProps) {
  const [cells, setCells] = useState(first);
  return (
    <RowForm
      {...rest}
      cells={cells}
      onChange={(next) => {
        setCells(next);
        onChange(next);
      }}
    />
  );
}

const meta = {
  title: 'Scrivania/Amministrazione/Riga',
  component: RowForm,
  render: (args) => <Kept {...args} />,
  args: {
    view: storyViews.assign,
    known: storyKnown,
    isThere: false,
    cells: { ente: 'r_emiro', dal: STORY_DAY },
    names: {},
    offices: [
      { value: 'urp', label: 'Ufficio relazioni con il pubblico' },
      { value: 'rpct', label: 'Responsabile della trasparenza' },
    ],
    findBodies: storyLookups.bodies,
    complaints: [],
    attempt: 0,
    busy: false,
    today: STORY_DAY,
    onChange: fn(),
    onSave: fn(),
  },
} satisfies Meta<typeof RowForm>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The roles are those of the procedure that was chosen. */
export const Assignment: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.selectOptions(canvas.getByLabelText('Procedimento'), 'accesso-agli-atti');
    await userEvent.selectOptions(canvas.getByLabelText('Ruolo'), 'front-desk');
    await userEvent.selectOptions(canvas.getByLabelText('Ufficio'), 'urp');
    await userEvent.click(canvas.getByRole('button', { name: 'Registra' }));
    await expect(args.onChange).toHaveBeenLastCalledWith({
      ente: 'r_emiro',
      dal: STORY_DAY,
      procedimento: 'accesso-agli-atti',
      ruolo: 'front-desk',
      ufficio: 'urp',
    });
    await expect(args.onSave).toHaveBeenCalledOnce();
  },
};
export const AssignmentAtADesk: Story = { ...Assignment, tags: ['!autodocs'], globals: AT_A_DESK };

export const Wrong: Story = {
  args: {
    view: storyViews.people,
    cells: { codice_fiscale: 'X', ruolo: 'operatore', ufficio: 'urp', dal: STORY_DAY },
    attempt: 1,
    complaints: [
      { line: 1, column: 'codice_fiscale', message: '«X» non va bene; serve il codice fiscale di una persona.' },
      { line: 1, column: 'nome', message: 'non c’è niente; serve un testo di 200 caratteri al massimo.' },
      { line: 1, column: 'ente', message: '«c_a944» non va bene; serve un ente che si amministra: c_f257.' },
    ],
  },
};

/** What tells the row apart is not changed. */
export const Changed: Story = {
  args: {
    view: storyViews.people,
    isThere: true,
    cells: {
      codice_fiscale: 'CNTPLA76H55A944N',
      nome: 'Paola',
      cognome: 'Conti',
      ufficio: 'urp',
      ruolo: 'operatore',
      dal: '2026-01-01',
    },
  },
};
export const Saving: Story = { args: { ...Changed.args, busy: true } };
