import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';
import type { Json } from '../../schema/document.ts';
import { languageTag } from '../../text/language.ts';
import { t } from '../../text/text.ts';
import { doubtfulNumber } from './schema.ts';

// Not `type="number"`: browsers disagree on the comma, and the wheel changes the value.
const shown = (value: Json): string =>
  typeof value === 'number'
    ? value.toLocaleString('it-IT', { useGrouping: false, maximumFractionDigits: 10 })
    : textOf(value);

/** What is read from a text that others understand in another way; nothing to say of any other. */
function remarkOn({ value, component }: FieldProps): string {
  const number = doubtfulNumber(textOf(value), component);
  return number === undefined
    ? ''
    : t('fields.number.readAs', {
        number: number.toLocaleString(languageTag(), { useGrouping: false, maximumFractionDigits: 10 }),
      });
}

/** A number, written the Italian way. */
export const NumberField = (field: FieldProps) => (
  <TextInput
    field={field}
    text={shown(field.value)}
    remark={remarkOn(field)}
    inputMode={field.component.decimalDigits === 0 ? 'numeric' : 'decimal'}
    look="short"
  />
);
