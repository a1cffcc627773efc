import { useState } from 'react';
import type { FieldComponent } from '../schema/document.ts';
import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { nameOf } from './known.ts';

/** Settings of the way to correct a known answer. */
export interface CorrectionProps {
  readonly component: FieldComponent;
  /** The id of the field's input, which takes the focus when it opens. */
  readonly id: string;
  /** Undefined as long as nothing is corrected. */
  readonly reason: string | undefined;
  /** The reason was asked for and is missing. */
  readonly isWrong: boolean;
  /** Told the reason as it is written, an empty one to begin with, and undefined to take the known answer back. */
  readonly onReason: (reason: string | undefined) => void;
}

/** Below a known answer: the way to correct it, and then why, and the way back. */
export function Correction({ component, id, reason, isWrong, onReason }: CorrectionProps) {
  const label = nameOf(component);
  if (reason === undefined) {
    const open = (): void => {
      onReason('');
      document.getElementById(id)?.focus();
    };
    return (
      <div className="iter-correction">
        <Button color="primary" outline size="xs" label={t('kit.origin.correctNamed', { label })} onClick={open}>
          {t('kit.origin.correct')}
        </Button>
      </div>
    );
  }
  return (
    <div className="iter-correction iter-correction-open">
      <Reason id={`${id}-reason`} label={label} reason={reason} isWrong={isWrong} onReason={onReason} />
      <Button
        color="primary"
        outline
        size="xs"
        label={t('kit.origin.undoNamed', { label })}
        onClick={() => onReason(undefined)}
      >
        {t('kit.origin.undo')}
      </Button>
    </div>
  );
}

type ReasonProps = Omit<CorrectionProps, 'component' | 'reason'> & { readonly label: string; readonly reason: string };

function Reason({ id, label, reason, isWrong, onReason }: ReasonProps) {
  const [wasLeft, setLeft] = useState(false);
  const isMissing = (isWrong || wasLeft) && reason.trim() === '';
  return (
    <div className={`iter-field${isMissing ? ' is-wrong' : ''}`}>
      <label htmlFor={id}>{t('kit.origin.reason', { label })}</label>
      <div id={`${id}-hint`} className="iter-field-hint">
        <p>{t('kit.origin.reasonHint')}</p>
      </div>
      <textarea
        id={id}
        className="form-control"
        rows={2}
        maxLength={1000}
        required
        value={reason}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}-hint ${id}-error` : `${id}-hint`}
        onChange={(event) => onReason(event.target.value)}
        onBlur={() => setLeft(true)}
      />
      <ErrorLine id={id} error={isMissing ? t('kit.origin.reasonMissing') : undefined} />
    </div>
  );
}
