import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { Mandate } from './Mandate.tsx';

const meta = {
  title: 'Kit/Mandate',
  component: Mandate,
  args: { documentHref: (documentId) => `#${documentId}` },
} satisfies Meta<typeof Mandate>;
export default meta;

/** A delegate: what they may do, until when, and the document that shows it. */
export const Delegate: StoryObj<typeof meta> = {
  args: {
    mandate: {
      name: 'Giulia Bianchi',
      as: 'delegate',
      acts: ['present', 'notices'],
      untilOn: '2026-12-31',
      documents: [{ documentId: 'd1', fileName: 'delega firmata.pdf' }],
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Con delega')).toBeVisible();
    await expect(canvas.getByText('Può presentare la domanda, ricevere le comunicazioni')).toBeVisible();
    await expect(canvas.getByText('Ultimo giorno: 31 dicembre 2026')).toBeVisible();
    await expect(canvas.getByRole('link', { name: 'delega firmata.pdf' })).toHaveAttribute('href', '#d1');
  },
};

/** Who represents a company by law: nothing else is to be told. */
export const Representative: StoryObj<typeof meta> = {
  args: { mandate: { name: 'Giulia Bianchi', as: 'representative', documents: [] } },
};
