import type { ReactNode } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';

/** Asks before something that cannot be taken back. */
export const ConfirmDialog = ({ title, confirm, cancel, busy, onConfirm, onCancel, children }: Props) => (
  <Dialog
    title={title}
    onClose={busy ? undefined : onCancel}
    actions={
      <>
        <Button color="primary" busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button outline color="primary" disabled={busy} onClick={onCancel}>
          {cancel}
        </Button>
      </>
    }
  >
    {children}
  </Dialog>
);

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly cancel: string;
  /** What was confirmed is on its way. */
  readonly busy: boolean;
  onConfirm(): void;
  onCancel(): void;
  readonly children: ReactNode;
}
