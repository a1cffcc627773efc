import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';
import { iban } from './schema.ts';

/** A bank account; one that is complete is shown in groups of four, as on a statement. */
export function IbanField(field: FieldProps) {
  const { value, component, readOnly } = field;
  // While it is being written the text stays as it is: spaces that come by themselves move the caret.
  const text = readOnly ? iban.print(value, component, {}) : textOf(value);
  return <TextInput field={field} text={text} spellCheck={false} />;
}
