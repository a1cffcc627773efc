import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react';
import type { FieldProps } from './field-props.ts';
import { textOf } from './field-props.ts';
import { FieldShell } from './FieldShell.tsx';

/** Settings of a one-line input. */
export interface TextInputProps {
  readonly field: FieldProps;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  /** The text shown; the answer itself when it is left out. */
  readonly text?: string;
  readonly min?: string;
  readonly max?: string;
  readonly spellCheck?: boolean;
  /** Look of the input: `code` for codes, `short` for few characters. */
  readonly look?: 'code' | 'short';
}

/** One line of text in its frame, with what stands before and after it. */
export function TextInput({ field, text = textOf(field.value), look, ...input }: TextInputProps) {
  const { prefixAdorner, suffixAdorner } = field.component.appearance ?? {};
  return (
    <FieldShell field={field}>
      {(links) => (
        <div className={`iter-input${look ? ` iter-input-${look}` : ''}`}>
          {prefixAdorner && <span className="iter-adorner">{prefixAdorner}</span>}
          <input
            {...links}
            {...input}
            className="form-control"
            name={field.id}
            value={text}
            readOnly={field.readOnly}
            autoComplete={field.component.properties?.['autocomplete']}
            onChange={(event) => field.onChange(event.target.value)}
            onBlur={field.onBlur}
          />
          {suffixAdorner && <span className="iter-adorner">{suffixAdorner}</span>}
        </div>
      )}
    </FieldShell>
  );
}
