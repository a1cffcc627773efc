import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** An e-mail address. */
export const EmailField = (field: FieldProps) => <TextInput field={field} type="email" spellCheck={false} />;
