import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** A code of economic activity. */
export const AtecoField = (field: FieldProps) => <TextInput field={field} look="short" />;
