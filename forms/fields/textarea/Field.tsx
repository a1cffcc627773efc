import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import { t } from '../../text/text.ts';

interface CountProps {
  readonly id: string;
  readonly length: number;
  readonly max: number;
}

function Count({ id, length, max }: CountProps) {
  const left = max - length;
  const words = left >= 0 ? t('kit.form.characters', { count: left }) : t('kit.form.charactersOver', { count: -left });
  return (
    <p id={id} className="iter-count">
      {words}
    </p>
  );
}

/** A text of many lines, with the characters left when there is a limit. */
export function TextAreaField(field: FieldProps) {
  const text = textOf(field.value);
  const max = field.readOnly ? undefined : field.component.validate?.maxLength;
  return (
    <FieldShell field={field}>
      {(links) => {
        const described = [links['aria-describedby'], max === undefined ? undefined : `${field.id}-count`];
        return (
          <>
            <textarea
              {...links}
              aria-describedby={described.filter((id) => id !== undefined).join(' ') || undefined}
              className="form-control"
              name={field.id}
              rows={5}
              value={text}
              readOnly={field.readOnly}
              onChange={(event) => field.onChange(event.target.value)}
              onBlur={field.onBlur}
            />
            {max !== undefined && <Count id={`${field.id}-count`} length={[...text].length} max={max} />}
          </>
        );
      }}
    </FieldShell>
  );
}
