import type { Meta, StoryObj } from '@storybook/react-vite';
import { MemoryRouter } from 'react-router';
import { Breadcrumb } from './Breadcrumb.tsx';

const meta = {
  title: 'Kit/Breadcrumb',
  component: Breadcrumb,
  args: {
    crumbs: [
      { label: 'Inizio', to: '/' },
      { label: 'Servizi', to: '/servizi' },
      { label: 'Accesso agli atti e accesso civico generalizzato' },
    ],
  },
  decorators: [
    (Story) => (
      <MemoryRouter>
        <Story />
      </MemoryRouter>
    ),
  ],
} satisfies Meta<typeof Breadcrumb>;
export default meta;

export const ThreeSteps: StoryObj<typeof meta> = {};
