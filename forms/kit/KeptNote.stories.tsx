import type { Meta, StoryObj } from '@storybook/react-vite';
import { KeptNote } from './KeptNote.tsx';

const meta = { title: 'Kit/KeptNote', component: KeptNote, args: { state: { type: 'idle' } } } satisfies Meta<
  typeof KeptNote
>;
export default meta;

type Story = StoryObj<typeof meta>;

export const BeforeTheFirstAnswer: Story = {};
export const OnItsWay: Story = { args: { state: { type: 'saving' } } };
export const Safe: Story = { args: { state: { type: 'saved', at: '2026-03-27T09:42:00Z' } } };
export const NotSafe: Story = { args: { state: { type: 'failed' } } };
