import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';
import { limitDay } from './schema.ts';

/** A calendar day, with the picker of the browser. */
export function DateField(field: FieldProps) {
  const { notBefore, notAfter } = field.component.properties ?? {};
  return (
    <TextInput
      field={field}
      type="date"
      min={limitDay(notBefore, field.today)}
      max={limitDay(notAfter, field.today) ?? '9999-12-31'}
      look="short"
    />
  );
}
