import { textOf, type FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';
import { t } from '../../text/text.ts';
import { meantAddress } from './schema.ts';

/** Settings of the field of an address. */
export interface AddressInputProps {
  readonly field: FieldProps;
}

/**
 * An address of mail, with a hint when its domain looks like a slip. A plain text field: one of `type="email"` changes
 * what is pasted into it and shows Punycode for letters such as `à`.
 */
export function MailAddressInput({ field }: AddressInputProps) {
  const meant = meantAddress(textOf(field.value));
  const remark = meant === undefined ? '' : t('fields.email.meant', { address: meant });
  return <TextInput field={field} inputMode="email" spellCheck={false} remark={remark} />;
}

/** An e-mail address. */
export const EmailField = (field: FieldProps) => <MailAddressInput field={field} />;
