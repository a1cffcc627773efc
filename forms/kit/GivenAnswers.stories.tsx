import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import type { FormDocument } from '../schema/document.ts';
import { GivenAnswers } from './GivenAnswers.tsx';
import { storyHost } from './story-host.ts';

const form: FormDocument = {
  type: 'default',
  id: 'osservazioni',
  schemaVersion: 16,
  components: [
    { type: 'textfield', key: 'osservazioni', label: 'Osservazioni' },
    { type: 'filepicker', key: 'planimetria', label: 'Planimetria', accept: '.pdf' },
  ],
};

const meta = {
  title: 'Kit/GivenAnswers',
  component: GivenAnswers,
  args: {
    form,
    answers: {
      osservazioni: 'La planimetria è quella del piano terra',
      planimetria: [{ uploadId: 'planimetria', name: 'planimetria-piano-terra.pdf', size: 482_133 }],
    },
    context: { today: '2026-03-02' },
    host: storyHost,
  },
} satisfies Meta<typeof GivenAnswers>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A file is opened from here, before it is sent. */
export const WithAFile: Story = {
  play: async ({ canvasElement }) => {
    const link = within(canvasElement).getByRole('link', { name: 'planimetria-piano-terra.pdf' });
    await expect(link).toHaveAttribute('href', '#planimetria');
  },
};
