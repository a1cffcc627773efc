import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** A VAT number. */
export const VatNumberField = (field: FieldProps) => <TextInput field={field} look="code" spellCheck={false} />;
