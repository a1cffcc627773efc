import type { Meta, StoryObj } from '@storybook/react-vite';
import { Answers } from './Answers.tsx';
import { AT_A_DESK } from './story-width.ts';

const meta = {
  title: 'Kit/Answers',
  component: Answers,
  args: {
    rows: [
      { key: 'nome', label: 'Nome', text: 'Maria Rossi', type: 'textfield', value: 'Maria Rossi' },
      { key: 'note', label: 'Note', text: '', type: 'textarea', value: null },
      { key: 'uso', label: 'Uso', text: 'Abitazione\nUfficio', type: 'checklist', value: ['abitazione', 'ufficio'] },
      {
        key: 'planimetria',
        label: 'Planimetria',
        text: 'planimetria.pdf',
        type: 'filepicker',
        value: [{ uploadId: 'planimetria', name: 'planimetria-del-piano-terra-firmata.pdf', size: 482_133 }],
      },
    ],
  },
} satisfies Meta<typeof Answers>;
export default meta;

type Story = StoryObj<typeof meta>;

export const ToRead: Story = {};
export const WithDownloads: Story = { args: { attachmentHref: (uploadId: string) => `#${uploadId}` } };

/** Question and answer side by side. */
export const ToReadAtADesk: Story = { ...ToRead, tags: ['!autodocs'], globals: AT_A_DESK };
