import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

/** A page with a button that opens the dialog, as it is used. */
function Page({ isOpen: isOpenAtFirst = false }: { readonly isOpen?: boolean }) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <>
      <Button color="primary" onClick={() => setOpen(true)}>
        Elimina la bozza
      </Button>
      {isOpen && (
        <Dialog
          title="Vuoi eliminare la bozza?"
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button color="primary" outline onClick={() => setOpen(false)}>
                Tienila
              </Button>
              <Button color="danger" onClick={() => setOpen(false)}>
                Elimina
              </Button>
            </>
          }
        >
          <p>Le risposte scritte finora vanno perse.</p>
        </Dialog>
      )}
    </>
  );
}

// A dialog covers the page: on the page of documentation it stands in a frame of its own.
const meta = {
  title: 'Kit/Dialog',
  component: Page,
  parameters: { docs: { story: { inline: false, height: '20rem' } } },
} satisfies Meta<typeof Page>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Open: Story = { args: { isOpen: true } };

/** The focus goes into the dialog, Escape closes it, and the focus is back on the button. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const opener = canvas.getByRole('button', { name: 'Elimina la bozza' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await canvas.findByRole('dialog', { name: 'Vuoi eliminare la bozza?' });
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(opener).toHaveFocus());
  },
};
