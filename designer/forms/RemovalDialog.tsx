import { useEffect, useMemo } from 'react';
import { Button } from '../../forms/kit/Button.tsx';
import { Dialog } from '../../forms/kit/Dialog.tsx';
import { t } from '../../forms/text/designer.ts';
import { useBuilder } from './builder-context.ts';
import { nameOf } from './model/find.ts';
import { keyOf } from './model/draft.ts';
import { partOf } from './model/tree.ts';
import { usesInside } from './use-uses.ts';
import { UseList } from './UseList.tsx';

/** Removes a part at once when nothing else uses its answers, else asks and says who does. */
export function RemovalDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { bench, uses } = useBuilder();
  const { draft, change } = bench;
  const part = partOf(draft, id);
  const found = useMemo(() => usesInside(draft, id, uses), [draft, id, uses]);
  const isFree = part === undefined || found.length === 0;
  useEffect(() => {
    if (!isFree) return;
    change({ type: 'remove', id });
    onClose();
  }, [isFree, change, id, onClose]);
  if (isFree) return null;
  return (
    <Dialog
      title={t('designer.builder.key.removedTitle', { name: nameOf(part) })}
      onClose={onClose}
      actions={
        <>
          <Button color="primary" outline onClick={onClose}>
            {t('designer.builder.key.cancel')}
          </Button>
          <Button
            color="danger"
            onClick={() => {
              change({ type: 'remove', id });
              onClose();
            }}
          >
            {t('designer.builder.key.confirmRemove')}
          </Button>
        </>
      }
    >
      <p>{t('designer.builder.key.usedText', { key: keyOf(part) ?? nameOf(part) })}</p>
      <UseList uses={found} />
    </Dialog>
  );
}
