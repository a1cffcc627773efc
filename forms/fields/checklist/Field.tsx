import type { FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';
import { WithChoices } from '../../kit/WithChoices.tsx';
import type { Json } from '../../schema/document.ts';

const chosen = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

function Boxes(field: FieldProps) {
  const values = chosen(field.value);
  const toggle = (value: string, isChecked: boolean): void =>
    field.onChange(isChecked ? [...values, value] : values.filter((other) => other !== value));
  return (
    <FieldShell field={field} as="group">
      {(links) =>
        field.component.values?.map((choice, index) => (
          <div key={choice.value} className="form-check iter-check">
            <input
              id={index === 0 ? links.id : `${links.id}-${index}`}
              name={links.id}
              type="checkbox"
              aria-invalid={links['aria-invalid']}
              checked={values.includes(choice.value)}
              disabled={field.readOnly}
              onChange={(event) => toggle(choice.value, event.target.checked)}
              onBlur={field.onBlur}
            />
            <label htmlFor={index === 0 ? links.id : `${links.id}-${index}`}>
              {choice.label}
              {choice.description && <small className="iter-choice-hint">{choice.description}</small>}
            </label>
          </div>
        ))
      }
    </FieldShell>
  );
}

/** Any number of choices, all in sight. */
export const ChecklistField = (field: FieldProps) => (
  <WithChoices field={field}>{(listed) => <Boxes {...listed} />}</WithChoices>
);
