import type { Meta, StoryObj } from '@storybook/react-vite';
import { Callout } from './Callout.tsx';

const meta = {
  title: 'Kit/Callout',
  component: Callout,
  args: { tone: 'info', children: 'La richiesta è gratuita; le copie costano 0,25 euro a pagina.' },
} satisfies Meta<typeof Callout>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Info: Story = {};
export const Warning: Story = { args: { tone: 'warning', children: 'Mancano tre giorni alla scadenza.' } };
export const Success: Story = { args: { tone: 'success', children: 'La domanda è stata inviata.', role: 'status' } };
export const Danger: Story = { args: { tone: 'danger', children: 'Il pagamento non è riuscito.', role: 'alert' } };
