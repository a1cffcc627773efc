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

/** Filled with the keyboard alone: the hidden field comes when its condition asks for it, and the answers are normal. */
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
