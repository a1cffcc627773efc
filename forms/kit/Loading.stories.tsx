import type { Meta, StoryObj } from '@storybook/react-vite';
import { Loading } from './Loading.tsx';

const meta = { title: 'Kit/Loading', component: Loading } satisfies Meta<typeof Loading>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Usual: Story = {};
export const Named: Story = { args: { label: 'Sto cercando le tue pratiche' } };
