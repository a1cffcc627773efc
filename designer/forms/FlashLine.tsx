import { useEffect } from 'react';
import { Icon } from '../../forms/kit/Icon.tsx';
import { t } from '../../forms/text/designer.ts';
import type { Workbench } from './work/use-workbench.ts';

/** How long a sentence stays that offers nothing to press; it was read out at once. */
const READ_MS = 6000;

/**
 * The line that says what was done last, to everybody. With the way back after a removal it stays until the next act,
 * so that nobody has to hurry (WCAG 2.2, 2.2.1).
 */
export function FlashLine({ bench }: { readonly bench: Workbench }) {
  const { flash, undo, hush } = bench;
  useEffect(() => {
    if (flash === undefined || flash.canUndo) return undefined;
    const timer = setTimeout(hush, READ_MS);
    return () => clearTimeout(timer);
  }, [flash, hush]);
  return (
    <div className={`fb-flash${flash === undefined ? '' : ' is-shown'}`}>
      <p role="status" className="mb-0">
        {flash === undefined ? '' : <span key={flash.number}>{flash.text}</span>}
      </p>
      {flash?.canUndo === true && (
        <button type="button" className="fb-flash-button" onClick={undo}>
          {t('designer.builder.done.undo')}
        </button>
      )}
      {flash !== undefined && (
        <button type="button" className="fb-flash-button" aria-label={t('designer.builder.done.close')} onClick={hush}>
          <Icon name="it-close" size="sm" />
        </button>
      )}
    </div>
  );
}
