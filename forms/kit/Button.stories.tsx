import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

const meta = {
  title: 'Kit/Button',
  component: Button,
  args: { children: 'Invia la domanda', color: 'primary', onClick: fn() },
} satisfies Meta<typeof Button>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Primary: Story = {};
export const Outline: Story = { args: { outline: true } };
export const Secondary: Story = { args: { color: 'secondary' } };
export const Danger: Story = { args: { color: 'danger', children: 'Elimina la bozza' } };
export const Link: Story = { args: { color: 'link', children: 'Modifica' } };
export const Small: Story = { args: { size: 'sm' } };
export const Disabled: Story = { args: { disabled: true } };

export const WithIcon: Story = {
  args: {
    outline: true,
    children: (
      <>
        <Icon name="it-download" className="icon-primary me-2" />
        Scarica la ricevuta
      </>
    ),
  },
};

/** While something is being sent the button keeps the focus, says that it is busy and does nothing. */
export const Busy: Story = {
  args: { busy: true },
  play: async ({ args, canvasElement }) => {
    const button = within(canvasElement).getByRole('button', { name: 'Invia la domanda' });
    await userEvent.tab();
    await expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onClick).not.toHaveBeenCalled();
    await expect(button).toHaveAttribute('aria-busy', 'true');
  },
};
