import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Combobox, type ComboboxOption, type ComboboxProps } from './Combobox.tsx';
import { storyLookups } from './story-host.ts';

/** Keeps what was picked, as a field does. */
function Kept({ picked: first, onPick, ...rest }: ComboboxProps) {
  const [picked, setPicked] = useState<ComboboxOption | undefined>(first);
  return (
    <div className="iter-field">
      <label htmlFor={rest.links.id}>Ente</label>
      <Combobox
        {...rest}
        picked={picked}
        onPick={(option) => {
          setPicked(option);
          onPick(option);
        }}
      />
    </div>
  );
}

const meta = {
  title: 'Kit/Combobox',
  component: Combobox,
  args: {
    links: { id: 'ente', 'aria-describedby': undefined, 'aria-invalid': undefined, required: true },
    picked: undefined,
    readOnly: false,
    fewestLetters: 2,
    search: storyLookups.bodies,
    onPick: fn(),
    onBlur: fn(),
  },
  render: (args) => <Kept {...args} />,
} satisfies Meta<typeof Combobox>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Picked: Story = { args: { picked: { id: 'c_a944', label: 'Comune di Bologna' } } };
export const ReadOnly: Story = { args: { picked: { id: 'c_a944', label: 'Comune di Bologna' }, readOnly: true } };

/** Letters search, arrows go round, Enter picks, Escape closes; the input keeps the focus all the while. */
export const ByKeyboard: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole<HTMLInputElement>('combobox', { name: 'Ente' });
    await userEvent.tab();
    await userEvent.keyboard('c');
    await expect(canvas.getByRole('status')).toHaveTextContent('Scrivi almeno 2 lettere');
    await userEvent.keyboard('omune');
    await waitFor(() => expect(canvas.getAllByRole('option')).toHaveLength(3));
    await userEvent.keyboard('{ArrowUp}');
    await expect(canvas.getByRole('option', { selected: true })).toHaveTextContent('Comune di Parma');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const active = canvas.getByRole('option', { selected: true });
    await expect(active).toHaveTextContent('Comune di Modena');
    await expect(input).toHaveAttribute('aria-activedescendant', active.id);
    await expect(input).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onPick).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'c_f257' }));
    await expect(input).toHaveValue('Comune di Modena');
    await userEvent.keyboard('{Backspace}');
    await waitFor(() => expect(canvas.getByRole('listbox')).toBeVisible());
    await userEvent.keyboard('{Escape}');
    await expect(canvas.queryByRole('listbox')).toBeNull();
  },
};

export const NothingFound: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), 'Xyz');
    await waitFor(() =>
      expect(within(canvasElement).getByRole('status')).toHaveTextContent('Nessun risultato per «Xyz»'),
    );
  },
};

/** The server did not answer: the person is told, and what was written stays. */
export const SearchFails: Story = {
  args: { search: () => Promise.reject(new Error('offline')) },
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByRole('combobox');
    await userEvent.type(input, 'Bologna');
    await waitFor(() => expect(within(canvasElement).getByRole('status')).toHaveTextContent('non è riuscita'));
    await expect(input).toHaveValue('Bologna');
  },
};
