import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { extensions } from '../../engine/language/extensions.ts';
import { clock } from '../../engine/language/clock.ts';
import { notice } from '../../engine/language/notice.ts';
import { outcome } from '../../engine/language/outcome.ts';
import { asked } from '../../engine/words/extensions/words.ts';
import { setLanguage } from '../../forms/text/text.ts';
import { ExtensionPanel } from './ExtensionPanel.tsx';

const meta = {
  title: 'Progetta/Pannello di un elemento',
  component: ExtensionPanel,
  args: {
    extension: clock,
    written: {},
    known: {
      term: [
        { value: 'risposta', label: 'Risposta' },
        { value: 'riesame', label: 'Riesame' },
      ],
      form: [{ value: 'ritiro', label: 'Ritiro della richiesta' }],
      letter: [{ value: 'avvio', label: 'Avvio del procedimento' }],
      role: [{ value: 'front-desk', label: 'Sportello' }],
      milestone: [{ value: 'in-verifica', label: 'In verifica' }],
      outcome: [{ value: 'accolta', label: 'Accolta' }],
    },
    variables: [{ name: 'esito' }],
    onChange: fn(),
  },
} satisfies Meta<typeof ExtensionPanel>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Every extension of the dialect, with nothing written yet: each attribute is asked for by its label. */
export const Every: Story = {
  render: (args) => (
    <>
      {extensions.map((extension) => (
        <div key={extension.name} className="mb-5">
          <h2 className="h4">{asked(extension, 'it').label}</h2>
          <ExtensionPanel {...args} extension={extension} />
        </div>
      ))}
    </>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const { label, attributes } of extensions.map((extension) => asked(extension, 'it'))) {
      const panel = within(canvas.getByRole('region', { name: label }));
      for (const attribute of attributes) {
        await expect(panel.getAllByText(new RegExp(`^${attribute.label}`)).length).toBeGreaterThan(0);
      }
    }
  },
};

export const Written: Story = {
  args: {
    written: { term: 'risposta', act: 'suspend', on: 'entered', ground: 'L. 241/1990, art. 2 c. 7', maxDays: '30' },
  },
};

/** What is wrong is told at its question; a name that does not exist stays to be seen. */
export const Wrong: Story = {
  args: { written: { term: 'altro', act: 'suspend', on: 'entered', ground: 'L. 241/1990', maxDays: 'dieci' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText(/«dieci» non va bene/)).toBeVisible();
    await expect(canvas.getByRole('radio', { name: 'altro (non c’è)' })).toBeChecked();
  },
};

/** A choice that an office can be put for asks for its code, and writes both together. */
export const AnOffice: Story = {
  args: { extension: notice, written: { template: 'avvio', to: 'office:rpct' } },
  play: async ({ args, canvasElement }) => {
    const code = within(canvasElement).getByLabelText('Codice dell’ufficio');
    await expect(code).toHaveValue('rpct');
    await userEvent.clear(code);
    await userEvent.type(code, 'urp');
    await expect(args.onChange).toHaveBeenLastCalledWith({ template: 'avvio', to: 'office:urp' });
  },
};

/** An expression instead of a choice. */
export const AnExpression: Story = { args: { extension: outcome, written: { code: '= esito' } } };

/** Every panel for who reads in English. */
export const EveryInEnglish: Story = {
  beforeEach: async () => {
    await setLanguage('en');
    return () => setLanguage('it');
  },
  render: (args) => (
    <>
      {extensions.map((extension) => (
        <ExtensionPanel key={extension.name} {...args} extension={extension} />
      ))}
    </>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (const { label, hint } of extensions.map((extension) => asked(extension, 'en'))) {
      await expect(within(canvas.getByRole('region', { name: label })).getByText(hint)).toBeVisible();
    }
    await expect(canvas.queryByText('Solo se')).not.toBeInTheDocument();
  },
};
