import type { ReactNode } from 'react';
import { Button } from '../../forms/kit/Button.tsx';
import { Dialog } from '../../forms/kit/Dialog.tsx';
import { t } from '../../forms/text/designer.ts';

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that others see. */
export function Confirm({ title, confirm, isDangerous = false, children, onConfirm, onClose }: Props) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button color="primary" outline onClick={onClose}>
            {t('designer.packages.page.cancel')}
          </Button>
          <Button color={isDangerous ? 'danger' : 'primary'} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
