import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { FieldProps } from './field-props.ts';
import { FieldShell } from './FieldShell.tsx';
import { STORY_DAY } from './stage.tsx';

const field: FieldProps = {
  component: {
    type: 'textfield',
    key: 'nome',
    label: 'Nome',
    description: 'Come sulla carta d’identità',
    validate: { required: true },
  },
  id: 'field-nome',
  path: 'nome',
  value: '',
  readOnly: false,
  partError: () => undefined,
  onPartBlur: () => undefined,
  onChange: () => undefined,
  onBlur: () => undefined,
  host: {},
  today: STORY_DAY,
};

const meta = {
  title: 'Kit/FieldShell',
  component: FieldShell,
  args: { field, children: (links) => <input {...links} className="form-control" /> },
} satisfies Meta<typeof FieldShell>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Usual: Story = {};
export const Optional: Story = {
  args: { field: { ...field, component: { type: 'textfield', key: 'nome', label: 'Nome' } } },
};
export const WithNote: Story = { args: { note: 'Al massimo 80 caratteri' } };
export const Locked: Story = {
  args: { field: { ...field, readOnly: true, lockNote: 'Dato già noto, non modificabile qui' } },
};

/** Hint and error belong to the input, for whoever hears the page. */
export const Wrong: Story = {
  args: { field: { ...field, error: 'Compila il campo «Nome»: è obbligatorio' } },
  play: async ({ canvasElement }) => {
    const input = within(canvasElement).getByLabelText('Nome');
    await expect(input).toHaveAccessibleDescription(/Come sulla carta.*Compila il campo/);
    await expect(input).toBeInvalid();
  },
};

/** Several inputs under one legend. */
export const Group: Story = {
  args: {
    as: 'group',
    children: (links) => (
      <>
        <label htmlFor={links.id}>Nome</label>
        <input id={links.id} className="form-control" />
        <label htmlFor={`${links.id}-cognome`}>Cognome</label>
        <input id={`${links.id}-cognome`} className="form-control" />
      </>
    ),
  },
};
