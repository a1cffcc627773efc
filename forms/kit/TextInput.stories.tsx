import type { Meta, StoryObj } from '@storybook/react-vite';
import type { FieldProps } from './field-props.ts';
import { STORY_DAY } from './stage.tsx';
import { TextInput } from './TextInput.tsx';

const field: FieldProps = {
  component: { type: 'number', key: 'importo', label: 'Importo', appearance: { prefixAdorner: '€' } },
  id: 'field-importo',
  path: 'importo',
  value: '1.250,50',
  readOnly: false,
  partError: () => undefined,
  onPartBlur: () => undefined,
  onChange: () => undefined,
  onBlur: () => undefined,
  host: {},
  today: STORY_DAY,
};

const meta = { title: 'Kit/TextInput', component: TextInput, args: { field } } satisfies Meta<typeof TextInput>;
export default meta;

type Story = StoryObj<typeof meta>;

export const WithAdorner: Story = {};
export const Code: Story = {
  args: {
    field: {
      ...field,
      component: { type: 'textfield', key: 'cf', label: 'Codice fiscale' },
      value: 'PRVDAA85D43A944G',
    },
    look: 'code',
    spellCheck: false,
  },
};
export const ReadOnly: Story = { args: { field: { ...field, readOnly: true } } };
