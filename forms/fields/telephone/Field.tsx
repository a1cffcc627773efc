import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** A telephone number. */
export const TelephoneField = (field: FieldProps) => <TextInput field={field} type="tel" look="short" />;
