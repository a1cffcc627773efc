import type { FieldProps } from '../../kit/field-props.ts';
import { expression } from './schema.ts';

/** A computed value, to be read; one without a label works out of sight, as in form-js. */
export function ExpressionField({ component, id, value }: FieldProps) {
  if (component.label === undefined || component.label === '') return null;
  const text = expression.isEmpty(value) ? '–' : expression.print(value, component, {});
  return (
    <div className="iter-field">
      <p className="iter-computed-label" id={`${id}-label`}>
        {component.label}
      </p>
      {component.description && <p className="iter-field-hint">{component.description}</p>}
      <output id={id} className="iter-computed" aria-labelledby={`${id}-label`}>
        {text}
      </output>
    </div>
  );
}
