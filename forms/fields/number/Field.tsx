import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';
import type { Json } from '../../schema/document.ts';

// Not `type="number"`: browsers disagree on the comma, and the wheel changes the value.
const shown = (value: Json): string =>
  typeof value === 'number'
    ? value.toLocaleString('it-IT', { useGrouping: false, maximumFractionDigits: 10 })
    : textOf(value);

/** A number, written the Italian way. */
export const NumberField = (field: FieldProps) => (
  <TextInput
    field={field}
    text={shown(field.value)}
    inputMode={field.component.decimalDigits === 0 ? 'numeric' : 'decimal'}
    look="short"
  />
);
