import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ErrorSummary } from './ErrorSummary.tsx';

const onGo = fn();

const meta = {
  title: 'Kit/ErrorSummary',
  component: ErrorSummary,
  args: { attempt: 0, entries: [{ id: 'campo-nome', text: 'Compila il campo «Nome»: è obbligatorio' }] },
  render: (args) => (
    <>
      <ErrorSummary {...args} />
      <label htmlFor="campo-nome">Nome</label>
      <input id="campo-nome" className="form-control" />
    </>
  ),
} satisfies Meta<typeof ErrorSummary>;
export default meta;

type Story = StoryObj<typeof meta>;

export const One: Story = {};

export const Several: Story = {
  args: {
    entries: [
      { id: 'campo-nome', text: 'Compila il campo «Nome»: è obbligatorio' },
      { id: 'altro', text: 'Scrivi in «Superficie» un numero non superiore a 10.000' },
      {
        id: 'file',
        text: 'Il file «facciata-lato-nord-con-portico-e-scala-esterna.jpg» pesa 32 MB: il massimo è 5 MB',
      },
    ],
  },
};

/** After an attempt to go on the summary has the focus; an anchor moves it to the field. */
export const AfterAttempt: Story = {
  args: { attempt: 1 },
  parameters: { docs: { story: { inline: false, height: '18rem' } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getByRole('group', { name: /da correggere/ })).toHaveFocus());
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByLabelText('Nome')).toHaveFocus();
  },
};

/** An error on another page brings its own way there. */
export const OnAnotherPage: Story = {
  args: { entries: [{ id: 'altrove', text: 'Carica un file in «Planimetria»', onGo }] },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('link'));
    await expect(onGo).toHaveBeenCalled();
  },
};
