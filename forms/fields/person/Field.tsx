import type { ComponentType } from 'react';
import type { FieldProps } from '../../kit/field-props.ts';
import { Parts } from '../../kit/Parts.tsx';
import { DateField } from '../datetime/Field.tsx';
import { EmailField } from '../email/Field.tsx';
import { FiscalCodeField } from '../fiscal-code/Field.tsx';
import { MunicipalityField } from '../municipality/Field.tsx';
import { partsOf } from '../parts.ts';
import { RadioField } from '../radio/Field.tsx';
import { TelephoneField } from '../telephone/Field.tsx';
import { TextField } from '../textfield/Field.tsx';
import { personBlock } from './schema.ts';

const inputs: Readonly<Record<string, ComponentType<FieldProps>>> = {
  fiscalCode: FiscalCodeField,
  bornOn: DateField,
  birthMunicipality: MunicipalityField,
  sex: RadioField,
  email: EmailField,
  phone: TelephoneField,
};

const WIDE: ReadonlySet<string> = new Set(['fiscalCode', 'birthMunicipality', 'sex']);

/** A person, part by part. */
export function PersonField(field: FieldProps) {
  const shown = partsOf(personBlock, field.component, field.value).map((part) => ({
    part,
    Field: inputs[part.key] ?? TextField,
    isWide: WIDE.has(part.key),
  }));
  return <Parts field={field} parts={shown} />;
}
