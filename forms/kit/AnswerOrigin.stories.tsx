import type { Meta, StoryObj } from '@storybook/react-vite';
import { AnswerOrigin } from './AnswerOrigin.tsx';

const row = { key: 'telefono', label: 'Telefono', text: '051 123456' };

const meta = {
  title: 'Kit/AnswerOrigin',
  component: AnswerOrigin,
  args: { row: { ...row, origin: 'identity' }, reader: 'office' },
} satisfies Meta<typeof AnswerOrigin>;
export default meta;

type Story = StoryObj<typeof meta>;

export const FromSignIn: Story = {};
export const FromRegistry: Story = { args: { row: { ...row, origin: 'registry:anpr', originOn: '2026-10-02' } } };
export const FromEarlierDossier: Story = {
  args: { row: { ...row, origin: 'dossier', originOn: '2026-03-12' }, reader: 'applicant' },
};

/** The person has put another answer in the place of what was known, and said why. */
export const Corrected: Story = {
  args: {
    row: {
      ...row,
      origin: 'declared',
      correction: { known: '051 654321', origin: 'dossier', reason: 'Ho cambiato numero.' },
      originOn: '2026-03-12',
    },
  },
};
