import type { FieldProps } from '../../kit/field-props.ts';
import { t } from '../../text/text.ts';
import { MailAddressInput } from '../email/Field.tsx';

/** A certified mail address; unless the form says so itself, the hint says that it is not an ordinary one. */
export function CertifiedMailField(field: FieldProps) {
  const description = field.component.description ?? t('fields.certifiedMail.hint');
  return <MailAddressInput field={{ ...field, component: { ...field.component, description } }} />;
}
