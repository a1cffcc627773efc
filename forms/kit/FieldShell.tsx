import type { ReactNode } from 'react';
import { t } from '../text/text.ts';
import { ErrorLine } from './ErrorLine.tsx';
import type { FieldProps } from './field-props.ts';

/** What an input needs so that label, hint and error belong to it. */
export interface InputLinks {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly required: boolean;
}

/** Settings of the frame around an input. */
export interface FieldShellProps {
  readonly field: FieldProps;
  /** More to say under the hint, such as the formats of a file. */
  readonly note?: string;
  /** What the form makes of the answer as it is being written; said aloud when it changes. */
  readonly remark?: string;
  /** `group` frames several inputs with one legend. */
  readonly as?: 'input' | 'group';
  readonly children: (links: InputLinks) => ReactNode;
}

const isRequired = ({ component }: FieldProps): boolean => component.validate?.required === true;

/** The attributes that link an input with its hint and its error. */
function links(field: FieldProps, hints: readonly string[]): InputLinks {
  const ids = [...(hints.length > 0 ? [`${field.id}-hint`] : []), ...(field.error ? [`${field.id}-error`] : [])];
  return {
    id: field.id,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': field.error ? true : undefined,
    required: isRequired(field),
  };
}

const Name = ({ field }: { readonly field: FieldProps }) => (
  <>
    {field.component.label ?? field.component.key}
    {!isRequired(field) && !field.readOnly && <span className="iter-optional"> ({t('kit.form.optional')})</span>}
  </>
);

/** The frame of every field: label, hint, input, error, all linked. */
export function FieldShell({ field, note, remark, as = 'input', children }: FieldShellProps) {
  const hints = [field.component.description, note, field.lockNote].filter((hint) => hint !== undefined && hint !== '');
  const linked = links(field, hints.map(String));
  const body = (
    <>
      {hints.length > 0 && (
        <div id={`${field.id}-hint`} className="iter-field-hint">
          {hints.map((hint) => (
            <p key={hint}>{hint}</p>
          ))}
        </div>
      )}
      {children(linked)}
      {remark !== undefined && (
        <p className="iter-remark" role="status">
          {remark}
        </p>
      )}
      <ErrorLine id={field.id} error={field.error} />
    </>
  );
  const look = `iter-field${field.error ? ' is-wrong' : ''}`;
  if (as === 'group') {
    // The anchor of the error summary is the group when there is no single input.
    return (
      <fieldset id={`${field.id}-group`} className={look} aria-describedby={linked['aria-describedby']}>
        <legend id={`${field.id}-label`}>
          <Name field={field} />
        </legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div className={look}>
      <label id={`${field.id}-label`} htmlFor={field.id}>
        <Name field={field} />
      </label>
      {body}
    </div>
  );
}
