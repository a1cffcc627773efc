import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** The code of a public investment project. */
export const CupField = (field: FieldProps) => <TextInput field={field} look="code" spellCheck={false} />;
