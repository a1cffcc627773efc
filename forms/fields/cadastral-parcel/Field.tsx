import type { ComponentType } from 'react';
import type { FieldProps } from '../../kit/field-props.ts';
import { Parts } from '../../kit/Parts.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { MunicipalityField } from '../municipality/Field.tsx';
import { partsOf } from '../parts.ts';
import { RadioField } from '../radio/Field.tsx';
import { parcelBlock } from './schema.ts';

const NumberOfParcel = (field: FieldProps) => <TextInput field={field} look="short" spellCheck={false} />;

const inputs: Readonly<Record<string, ComponentType<FieldProps>>> = {
  municipality: MunicipalityField,
  kind: RadioField,
};

/** A parcel of the land registry, part by part. */
export function CadastralParcelField(field: FieldProps) {
  const shown = partsOf(parcelBlock, field.component, field.value).map((part) => ({
    part,
    Field: inputs[part.key] ?? NumberOfParcel,
    isWide: part.key === 'municipality' || part.key === 'kind',
  }));
  return <Parts field={field} parts={shown} />;
}
