import type { FieldProps } from '../../kit/field-props.ts';
import { TextInput } from '../../kit/TextInput.tsx';

/** The address of a web page. */
export const UrlField = (field: FieldProps) => <TextInput field={field} inputMode="url" spellCheck={false} />;
