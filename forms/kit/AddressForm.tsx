import { useState, type FormEvent } from 'react';
import { addressWritten } from '../fields/email/schema.ts';
import { t } from '../text/text.ts';
import { Button } from './Button.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { Problem, type ProblemProps } from './Problem.tsx';
import './styles.css';

/** What was written. */
export interface NewAddress {
  readonly address: string;
  readonly reason: string;
}

/** Settings of the form for another mail address. */
export interface AddressFormProps {
  /** Of the form; the inputs have ids that begin with it. */
  readonly id: string;
  readonly hint: string;
  readonly save: string;
  readonly cancel: string;
  /** Asks why, under this label. */
  readonly reasonLabel?: string;
  readonly busy: boolean;
  readonly problem?: ProblemProps['problem'] | undefined;
  onSave(given: NewAddress): void;
  onCancel(): void;
}

const SHORTEST_REASON = 3;

/** Asks for another mail address and, where wanted, why it changes. */
export function AddressForm({ id, hint, reasonLabel, problem, ...props }: AddressFormProps) {
  const [{ address, reason }, setGiven] = useState<NewAddress>({ address: '', reason: '' });
  const [wasSent, setSent] = useState(false);
  const written = addressWritten(address);
  const isExplained = reasonLabel === undefined || reason.trim().length >= SHORTEST_REASON;
  const [isWrong, isUnexplained] = [wasSent && written === undefined, wasSent && !isExplained];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (written !== undefined && isExplained) props.onSave({ address: written, reason: reason.trim() });
  };
  return (
    <form className="iter-form mt-3" noValidate onSubmit={send}>
      <div className={`iter-field${isWrong ? ' is-wrong' : ''}`}>
        <label htmlFor={`${id}-address`}>{t('kit.address.label')}</label>
        <div id={`${id}-address-hint`} className="iter-field-hint">
          <p>{hint}</p>
        </div>
        <input
          id={`${id}-address`}
          type="email"
          className="form-control"
          autoComplete="email"
          maxLength={320}
          value={address}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-address-hint${isWrong ? ` ${id}-address-error` : ''}`}
          onChange={(event) => setGiven({ address: event.target.value, reason })}
        />
        <ErrorLine id={`${id}-address`} error={isWrong ? t('kit.address.wrong') : undefined} />
      </div>
      {reasonLabel === undefined ? null : (
        <div className={`iter-field${isUnexplained ? ' is-wrong' : ''}`}>
          <label htmlFor={`${id}-reason`}>{reasonLabel}</label>
          <textarea
            id={`${id}-reason`}
            className="form-control"
            rows={2}
            maxLength={1000}
            value={reason}
            aria-invalid={isUnexplained || undefined}
            aria-describedby={isUnexplained ? `${id}-reason-error` : undefined}
            onChange={(event) => setGiven({ address, reason: event.target.value })}
          />
          <ErrorLine id={`${id}-reason`} error={isUnexplained ? t('kit.address.reasonMissing') : undefined} />
        </div>
      )}
      {problem === undefined ? null : <Problem problem={problem} />}
      <div className="d-flex flex-wrap gap-3">
        <Button type="submit" color="primary" size="sm" busy={props.busy}>
          {props.save}
        </Button>
        <Button color="primary" outline size="sm" disabled={props.busy} onClick={props.onCancel}>
          {props.cancel}
        </Button>
      </div>
    </form>
  );
}
