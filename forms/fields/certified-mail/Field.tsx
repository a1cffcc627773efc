import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';
import { t } from '../../text/text.ts';

/** A certified mail address; unless the form says so itself, the hint says that it is not an ordinary one. */
export function CertifiedMailField(field: FieldProps) {
  const description = field.component.description ?? t('fields.certifiedMail.hint');
  return (
    <TextInput field={{ ...field, component: { ...field.component, description } }} type="email" spellCheck={false} />
  );
}
