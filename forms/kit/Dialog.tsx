import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

/** Settings of a dialog. */
export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons. */
  readonly actions: ReactNode;
  /** Called on Escape; without it the dialog cannot be left that way. */
  readonly onClose?: () => void;
}

/** A question that has to be answered first: the browser's own modal dialog, which keeps the focus inside. */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Closed while it is still in the page: only then the browser gives the focus back to what had it before.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="iter-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={titleId} className="h4">
        {title}
      </h2>
      {children}
      <div className="iter-dialog-actions">{actions}</div>
    </dialog>
  );
}
