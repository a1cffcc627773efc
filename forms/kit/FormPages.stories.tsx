import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Answers } from '../schema/document.ts';
import { Callout } from './Callout.tsx';
import { FormPages, type FormPagesProps } from './FormPages.tsx';
import { STORY_DAY } from './stage.tsx';
import { storyAnswers, storyForm } from './story-form.ts';
import { AT_A_DESK } from './story-width.ts';

/** Keeps step and answers, as an app does in its address and its drafts. */
function Kept({ step: firstStep, answers: firstAnswers, ...rest }: FormPagesProps) {
  const [step, setStep] = useState(firstStep);
  const [answers, setAnswers] = useState<Answers>(firstAnswers);
  return <FormPages {...rest} step={step} answers={answers} onStep={setStep} onChange={setAnswers} />;
}

const meta = {
  title: 'Kit/FormPages',
  component: FormPages,
  args: {
    form: storyForm,
    answers: storyAnswers,
    today: STORY_DAY,
    step: 'festa',
    onStep: fn(),
    onChange: fn(),
    onSubmit: fn(),
  },
  render: (args) => <Kept {...args} />,
} satisfies Meta<typeof FormPages>;
export default meta;

type Story = StoryObj<typeof meta>;

export const FirstPage: Story = {};
export const SecondPage: Story = { args: { step: 'organizzatori' } };
export const LastStep: Story = {
  args: {
    step: 'summary',
    summaryNote: <Callout tone="info">Le dichiarazioni false sono punite (D.P.R. 445/2000, articolo 76).</Callout>,
  },
};

/** From the first page to the end; the heading of each page takes the focus. */
export const GoneThrough: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Continua' }));
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Chi organizza' })).toHaveFocus());
    await userEvent.click(canvas.getByRole('button', { name: 'Continua' }));
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Riepilogo' })).toHaveFocus());
    await userEvent.click(canvas.getByRole('button', { name: 'Conferma e invia' }));
    await waitFor(() => expect(args.onSubmit).toHaveBeenCalledWith(storyAnswers));
  },
};

/** Who came to the summary past an empty page is led back to what is missing there. */
export const LedBack: Story = {
  args: { step: 'summary', answers: { ...storyAnswers, nome: '' } },
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Conferma e invia' }));
    await waitFor(() => expect(canvas.getByRole('group', { name: /da correggere/ })).toHaveFocus());
    await expect(args.onSubmit).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('link', { name: /Nome della festa/ }));
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'La festa' })).toHaveFocus());
  },
};

/** On a wide screen the steps stand in a row, each with its name. */
export const FirstPageAtADesk: Story = { ...FirstPage, tags: ['!autodocs'], globals: AT_A_DESK };
export const GoneThroughAtADesk: Story = { ...GoneThrough, tags: ['!autodocs'], globals: AT_A_DESK };
