import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';
import type { Json } from '../../schema/document.ts';
import { formatMoney } from '../../text/format.ts';
import { t } from '../../text/text.ts';
import { doubtfulCents } from './schema.ts';

/** Cents as they are written in euro, such as `1.234,50`; what is being written as it stands. */
const shown = (value: Json): string =>
  typeof value === 'number'
    ? (value / 100).toLocaleString('it-IT', { useGrouping: 'always', minimumFractionDigits: 2 })
    : textOf(value);

/** What is read from a text that others understand in another way; nothing to say of any other. */
function remarkOn(value: Json): string {
  const cents = doubtfulCents(textOf(value));
  return cents === undefined ? '' : t('fields.number.readAs', { number: formatMoney(cents) });
}

/** An amount in euro. */
export const AmountField = (field: FieldProps) => (
  <TextInput
    field={{ ...field, component: { ...field.component, appearance: { suffixAdorner: '€' } } }}
    text={shown(field.value)}
    remark={remarkOn(field.value)}
    inputMode="decimal"
    look="short"
  />
);
