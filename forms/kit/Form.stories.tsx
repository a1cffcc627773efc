import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Form } from './Form.tsx';
import { STORY_DAY } from './stage.tsx';
import { storyAnswers, storyForm } from './story-form.ts';

const meta = {
  title: 'Kit/Form',
  component: Form,
  args: { form: storyForm, answers: {}, today: STORY_DAY, onSubmit: fn() },
} satisfies Meta<typeof Form>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Whole: Story = {};
export const OnePage: Story = { args: { page: 'festa' } };
export const ReadOnly: Story = { args: { answers: storyAnswers, readOnly: true } };
export const Busy: Story = { args: { answers: storyAnswers, busy: true } };

/** What the server has refused stands where our own issues stand. */
export const RefusedByServer: Story = {
  args: {
    answers: storyAnswers,
    serverIssues: [
      { path: 'giorno', code: 'date.too-early', params: { label: 'Giorno', min: '20/11/2026', given: '16/11/2026' } },
    ],
  },
  parameters: { docs: { story: { inline: false, height: '30rem' } } },
};

/**
 * Filled with the keyboard alone: the hidden field comes when its condition asks for it, and the answers are normal.
 */
export const ByKeyboard: Story = {
  args: { page: 'festa' },
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.tab();
    await userEvent.keyboard('Festa di via Zamboni');
    await userEvent.type(canvas.getByLabelText('Giorno'), '2026-11-16');
    await userEvent.type(canvas.getByLabelText('Persone attese'), '1.200');
    await userEvent.type(await canvas.findByLabelText('Misure di sicurezza'), 'Due vie di fuga');
    await userEvent.click(canvas.getByRole('button', { name: 'Continua' }));
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalled());
    await expect(args.onSubmit).toHaveBeenCalledWith(
      expect.objectContaining({
        nome: 'Festa di via Zamboni',
        giorno: '2026-11-16',
        persone: 1200,
        sicurezza: 'Due vie di fuga',
      }),
    );
  },
};

/** What is told goes when the answer is given; a field that comes into sight is not told before the person goes on. */
export const ErrorsGo: Story = {
  args: { page: 'festa', answers: { giorno: '2026-11-16' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Continua' }));
    await waitFor(() => expect(canvas.getByLabelText('Persone attese')).toHaveAttribute('aria-invalid', 'true'));
    await userEvent.type(canvas.getByLabelText('Persone attese'), '350');
    await expect(canvas.getByLabelText('Persone attese')).not.toHaveAttribute('aria-invalid');
    await userEvent.click(canvas.getByLabelText('Nome della festa'));
    await userEvent.tab();
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'C’è 1 cosa da correggere' })).toBeVisible());
    await expect(canvas.getByLabelText('Misure di sicurezza')).not.toHaveAttribute('aria-invalid');
    await expect(canvas.getByLabelText('Nome della festa')).toHaveAttribute('aria-invalid', 'true');
  },
};

/** A field that was changed and left is told; one that was passed through is not. */
export const ToldWhenLeft: Story = {
  args: { page: 'festa' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByLabelText('Nome della festa'));
    await userEvent.tab();
    await userEvent.keyboard('31/02/2026');
    await userEvent.click(canvas.getByLabelText('Persone attese'));
    await waitFor(() => expect(canvas.getByLabelText('Giorno')).toHaveAttribute('aria-invalid', 'true'));
    await expect(canvas.getByLabelText('Giorno')).toHaveValue('31/02/2026');
    await expect(canvas.getByLabelText('Nome della festa')).not.toHaveAttribute('aria-invalid');
    await expect(canvas.queryByRole('heading', { name: /da correggere/ })).toBeNull();
  },
};
