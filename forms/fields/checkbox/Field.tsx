import { ErrorLine } from '../../kit/ErrorLine.tsx';
import type { FieldProps } from '../../kit/field-props.ts';
import { t } from '../../text/text.ts';

/** A box to tick, with its label on the right. */
export function CheckboxField({ component, id, value, error, readOnly, lockNote, onChange, onBlur }: FieldProps) {
  const isRequired = component.validate?.required === true;
  const hint = [component.description, lockNote].filter((part) => part !== undefined && part !== '').join(' ');
  const ids = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  return (
    <div className={`iter-field${error ? ' is-wrong' : ''}`}>
      <div className="form-check iter-check">
        <input
          id={id}
          name={id}
          type="checkbox"
          checked={value === true}
          disabled={readOnly}
          required={isRequired}
          aria-invalid={error ? true : undefined}
          aria-describedby={ids || undefined}
          onChange={(event) => onChange(event.target.checked)}
          onBlur={onBlur}
        />
        <label htmlFor={id}>
          {component.label ?? component.key}
          {!isRequired && !readOnly && <span className="iter-optional"> ({t('kit.form.optional')})</span>}
        </label>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="iter-field-hint iter-check-hint">
          {hint}
        </p>
      )}
      <ErrorLine id={id} error={error} />
    </div>
  );
}
