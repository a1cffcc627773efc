import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { CompetentBody } from './CompetentBody.tsx';

const meta = {
  title: 'Portale/Ente competente',
  component: CompetentBody,
  args: {
    found: {
      level: 'municipality',
      place: 'Carpi (MO)',
      body: { bodyId: '7a3c5f0e-0000-8000-8000-000000000001', name: 'Unione delle Terre d’Argine' },
      delegated: { by: 'Comune di Carpi', from: '2026-01-01' },
    },
  },
} satisfies Meta<typeof CompetentBody>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Delegated: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Unione delle Terre d’Argine')).toBeVisible();
    await expect(canvas.getByText(/affidato la funzione: Comune di Carpi/)).toBeVisible();
  },
};

export const OfTheProvince: Story = {
  args: {
    found: {
      level: 'province',
      place: 'Carpi (MO)',
      body: { bodyId: '7a3c5f0e-0000-8000-8000-000000000002', name: 'Provincia di Modena' },
    },
  },
};

export const Nobody: Story = { args: { found: { level: 'municipality', place: 'Milano (MI)' } } };
