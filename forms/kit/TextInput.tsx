import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react';
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
  /** More to say under the hint, such as how a date is written. */
  readonly note?: string | undefined;
  /** What the form makes of the text; an empty one says nothing, and none at all leaves no room for it. */
  readonly remark?: string;
  /** What stands behind the input, such as the button of a calendar. */
  readonly after?: ReactNode;
  readonly spellCheck?: boolean;
  /** Look of the input: `code` for codes, `short` for few characters. */
  readonly look?: 'code' | 'short';
}

/** One line of text in its frame, with what stands before and after it. */
export function TextInput({ field, text = textOf(field.value), look, note, remark, after, ...input }: TextInputProps) {
  const { prefixAdorner, suffixAdorner } = field.component.appearance ?? {};
  return (
    <FieldShell field={field} note={note} remark={field.readOnly ? undefined : remark}>
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
          {after}
        </div>
      )}
    </FieldShell>
  );
}
