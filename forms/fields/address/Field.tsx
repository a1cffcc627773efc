import type { ComponentType } from 'react';
import type { FieldProps } from '../../kit/field-props.ts';
import { Parts } from '../../kit/Parts.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { partsOf } from '../parts.ts';
import { TextField } from '../textfield/Field.tsx';
import { addressBlock } from './schema.ts';

const PostalCode = (field: FieldProps) => <TextInput field={field} inputMode="numeric" look="short" />;
const Letters = (field: FieldProps) => <TextInput field={field} look="short" spellCheck={false} />;

const inputs: Readonly<Record<string, ComponentType<FieldProps>>> = { postalCode: PostalCode, province: Letters };

/** An address, part by part. */
export function AddressField(field: FieldProps) {
  const shown = partsOf(addressBlock, field.component, field.value).map((part) => ({
    part,
    Field: inputs[part.key] ?? TextField,
    isWide: part.key === 'street',
  }));
  return <Parts field={field} parts={shown} />;
}
