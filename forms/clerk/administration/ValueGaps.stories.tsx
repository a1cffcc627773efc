import type { Meta, StoryObj } from '@storybook/react-vite';
import { MemoryRouter } from 'react-router';
import { expect } from 'storybook/test';
import { AT_A_DESK } from '../../kit/story-width.ts';
import './desk-styles.ts';
import { ValueGaps } from './ValueGaps.tsx';

const of = { procedureId: 'accesso-agli-atti', title: 'Accesso agli atti e accesso civico', on: '2026-03-02' };

const meta = {
  title: 'Scrivania/Amministrazione/Valori da dare',
  component: ValueGaps,
  decorators: [
    (Story) => (
      <MemoryRouter>
        <Story />
      </MemoryRouter>
    ),
  ],
  args: {
    ipaCode: 'c_a944',
    gaps: [
      { ...of, kind: 'parameters', name: 'ricercaEuro', label: 'Diritti di ricerca, in euro', fault: 'missing' },
      { ...of, kind: 'texts', name: 'hours', fault: 'twice' },
    ],
  },
} satisfies Meta<typeof ValueGaps>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Missing: Story = {
  play: async ({ canvas }) => {
    const link = canvas.getByRole('link', { name: /^Dai un valore a Diritti di ricerca/ });
    await expect(link).toHaveAttribute('href', expect.stringContaining('/amministrazione/parametri/riga?ente=c_a944'));
    await expect(canvas.getByText('Dal 02/03/2026 ci sono due valori')).toBeVisible();
  },
};
export const MissingAtADesk: Story = { ...Missing, tags: ['!autodocs'], globals: AT_A_DESK };
