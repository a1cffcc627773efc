import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { FieldShell } from '../../kit/FieldShell.tsx';

/** One choice out of a few, all in sight. */
export const RadioField = (field: FieldProps) => (
  <FieldShell field={field} as="group">
    {(links) =>
      field.component.values?.map((choice, index) => (
        <div key={choice.value} className="form-check iter-check">
          <input
            id={index === 0 ? links.id : `${links.id}-${index}`}
            name={links.id}
            type="radio"
            required={links.required}
            value={choice.value}
            checked={textOf(field.value) === choice.value}
            disabled={field.readOnly}
            onChange={() => field.onChange(choice.value)}
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
