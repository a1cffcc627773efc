import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from '../../kit/Button.tsx';

/** Asks before something that cannot be taken back. The browser's own dialog holds the focus and gives it back. */
export function ConfirmDialog({ title, confirm, cancel, busy, onConfirm, onCancel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="desk-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onCancel();
      }}
    >
      <h2 id={titleId} className="h4">
        {title}
      </h2>
      {children}
      <div className="desk-dialog-buttons">
        <Button outline color="primary" disabled={busy} onClick={onCancel}>
          {cancel}
        </Button>
        <Button color="primary" busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
}

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
