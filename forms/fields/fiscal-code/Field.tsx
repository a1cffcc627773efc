import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** A fiscal code. */
export const FiscalCodeField = (field: FieldProps) => <TextInput field={field} look="code" spellCheck={false} />;
