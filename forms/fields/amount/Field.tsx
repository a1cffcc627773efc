import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';
import type { Json } from '../../schema/document.ts';

/** Cents as they are written in euro, such as `1.234,50`; what is being written as it stands. */
const shown = (value: Json): string =>
  typeof value === 'number'
    ? (value / 100).toLocaleString('it-IT', { useGrouping: 'always', minimumFractionDigits: 2 })
    : textOf(value);

/** An amount in euro. */
export const AmountField = (field: FieldProps) => (
  <TextInput
    field={{ ...field, component: { ...field.component, appearance: { suffixAdorner: '€' } } }}
    text={shown(field.value)}
    inputMode="decimal"
    look="short"
  />
);
