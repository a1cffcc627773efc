import type { Meta, StoryObj } from '@storybook/react-vite';
import { Icon } from './Icon.tsx';

const meta = { title: 'Kit/Icon', component: Icon, args: { name: 'it-file', size: 'lg' } } satisfies Meta<typeof Icon>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Usual: Story = {};
export const Coloured: Story = { args: { className: 'icon-primary' } };
