import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Answers, FormDocument } from '../schema/document.ts';
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

const copies: FormDocument = {
  type: 'default',
  id: 'copia',
  schemaVersion: 16,
  components: [
    {
      type: 'group',
      id: 'richiesta',
      label: 'La richiesta',
      components: [
        { type: 'textfield', id: 'oggetto', key: 'oggetto', label: 'Oggetto', validate: { required: true } },
      ],
    },
    {
      type: 'group',
      id: 'consegna',
      label: 'La consegna',
      components: [
        { type: 'checkbox', id: 'conforme', key: 'conforme', label: 'Copia conforme' },
        {
          type: 'textfield',
          id: 'residenza',
          key: 'residenza',
          label: 'Residenza',
          conditional: { hide: '= not(conforme)' },
          properties: { prefill: 'registry.anpr.residenza', correctable: 'true' },
          validate: { required: true },
        },
      ],
    },
  ],
};

/** A known answer whose field was hidden while the person went on is there when the field comes into sight. */
export const KnownAndHiddenAtFirst: Story = {
  args: {
    form: copies,
    step: 'richiesta',
    answers: { oggetto: 'Il verbale', residenza: 'Via Zamboni 33' },
    known: [{ key: 'residenza', source: 'registry.anpr.residenza', value: 'Via Zamboni 33', may: 'correct' }],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Continua' }));
    await userEvent.click(await canvas.findByLabelText(/Copia conforme/));
    await expect(await canvas.findByLabelText('Residenza')).toHaveValue('Via Zamboni 33');
    await userEvent.click(canvas.getByRole('button', { name: 'Continua' }));
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Riepilogo' })).toHaveFocus());
    await expect(canvas.getByText('Via Zamboni 33')).toBeVisible();
  },
};
