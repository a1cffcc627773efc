import { useId, useState } from 'react';
import { Button } from '../../../forms/kit/Button.tsx';
import { Dialog } from '../../../forms/kit/Dialog.tsx';
import { t } from '../../../forms/text/designer.ts';
import { useBuilder } from '../builder-context.ts';
import { apply } from '../model/change.ts';
import { keyOf } from '../model/draft.ts';
import { followsLabel } from '../model/following.ts';
import { placedParts, type Placed } from '../model/tree.ts';
import { renameInExpressions } from '../usage/rename.ts';
import { UseList } from '../UseList.tsx';

/** How many parts of the form have an expression that names the answer. */
function followers(before: Parameters<typeof renameInExpressions>[0], placed: Placed): number {
  const after = renameInExpressions(before, placed, 'nuovaChiave');
  const parts = new Map(placedParts(before).map(({ part }) => [part.id, own(part)]));
  return placedParts(after).filter(({ part }) => parts.get(part.id) !== own(part)).length;
}

const own = (part: Placed['part']): string => JSON.stringify({ ...part, components: undefined });

/**
 * The name of the answer. Where it is used the change asks first, names the places and offers to follow in the form.
 */
export function KeyEditor({ placed }: { readonly placed: Placed }) {
  const { bench, uses } = useBuilder();
  const { draft, change } = bench;
  const before = keyOf(placed.part) ?? '';
  const [written, setWritten] = useState(before);
  const [asking, setAsking] = useState(false);
  const id = useId();
  const outcome = apply(draft, { type: 'rename', id: placed.part.id, key: written, follow: false });
  const refusal = outcome.draft === undefined && outcome.refusal !== 'no-change' ? outcome.refusal : undefined;
  const rename = (follows: boolean): void =>
    change({ type: 'rename', id: placed.part.id, key: written, follow: follows });
  const ask = (): void => {
    if (uses.of(placed).length === 0 && followers(draft, placed) === 0) return rename(true);
    setAsking(true);
  };
  return (
    <div className="iter-field fb-key">
      <label htmlFor={id}>{t('designer.builder.key.label')}</label>
      <p id={`${id}-hint`} className="iter-field-hint">
        {t('designer.builder.key.hint')} {followsLabel(placed.part) && t('designer.builder.key.follows')}
      </p>
      <div className="fb-key-row">
        <input
          id={id}
          className="form-control"
          value={written}
          spellCheck={false}
          aria-invalid={refusal !== undefined || undefined}
          aria-describedby={`${id}-hint${refusal === undefined ? '' : ` ${id}-error`}`}
          onChange={({ target }) => setWritten(target.value)}
          onKeyDown={({ key }) => key === 'Enter' && outcome.draft !== undefined && ask()}
        />
        <Button color="primary" outline size="sm" disabled={outcome.draft === undefined} onClick={ask}>
          {t('designer.builder.key.apply')}
        </Button>
      </div>
      {(refusal === 'bad-key' || refusal === 'key-taken') && (
        <p id={`${id}-error`} className="fb-wrong">
          {t(`designer.builder.key.${refusal}`, { key: written })}
        </p>
      )}
      {asking && <RenameDialog placed={placed} to={written} onClose={() => setAsking(false)} onRename={rename} />}
    </div>
  );
}

interface RenameDialogProps {
  readonly placed: Placed;
  /** The new key. */
  readonly to: string;
  readonly onClose: () => void;
  /** Told whether the expressions of the form are to follow. */
  readonly onRename: (follows: boolean) => void;
}

function RenameDialog({ placed, to, onClose, onRename }: RenameDialogProps) {
  const { bench, uses } = useBuilder();
  const [follow, setFollow] = useState(true);
  const before = keyOf(placed.part) ?? '';
  const found = uses.of(placed);
  const inside = followers(bench.draft, placed);
  return (
    <Dialog
      title={t('designer.builder.key.usedTitle', { before, after: to })}
      onClose={onClose}
      actions={
        <>
          <Button color="primary" outline onClick={onClose}>
            {t('designer.builder.key.cancel')}
          </Button>
          <Button color="primary" onClick={() => onRename(follow)}>
            {t('designer.builder.key.confirm')}
          </Button>
        </>
      }
    >
      {found.length > 0 && <p>{t('designer.builder.key.usedText', { key: before })}</p>}
      <UseList uses={found} />
      {inside > 0 && (
        <>
          <p>{t('designer.builder.key.insideText', { count: inside })}</p>
          <label className="fb-check">
            <input type="checkbox" checked={follow} onChange={({ target }) => setFollow(target.checked)} />
            {t('designer.builder.key.follow')}
          </label>
        </>
      )}
    </Dialog>
  );
}
