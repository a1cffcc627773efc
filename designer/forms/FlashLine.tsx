import { Icon } from '../../forms/kit/Icon.tsx';
import { t } from '../../forms/text/text.ts';
import type { Workbench } from './work/use-work.ts';

/** The line that says what was done last, to everybody, with the way back after a removal. It stays until the next act. */
export function FlashLine({ bench }: { readonly bench: Workbench }) {
  const { flash, undo, hush } = bench;
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
