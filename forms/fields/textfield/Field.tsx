import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** One line of text. */
export const TextField = (field: FieldProps) => <TextInput field={field} />;
