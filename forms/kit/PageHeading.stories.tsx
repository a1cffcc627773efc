import type { Meta, StoryObj } from '@storybook/react-vite';
import { MemoryRouter } from 'react-router';
import { expect } from 'storybook/test';
import { PageHeading } from './PageHeading.tsx';

const meta = {
  title: 'Kit/PageHeading',
  component: PageHeading,
  args: { windowTitle: 'Le mie pratiche - Iter', children: 'Le mie pratiche' },
  decorators: [
    (Story) => (
      <MemoryRouter>
        <Story />
      </MemoryRouter>
    ),
  ],
} satisfies Meta<typeof PageHeading>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Names the window; at the first load the focus stays where the browser puts it. */
export const FirstPage: Story = {
  play: async () => {
    await expect(document.title).toBe('Le mie pratiche - Iter');
    await expect(document.body).toHaveFocus();
  },
};
