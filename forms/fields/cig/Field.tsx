import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** The code of a public tender. */
export const CigField = (field: FieldProps) => <TextInput field={field} look="code" spellCheck={false} />;
