import type { ComponentType } from 'react';
import type { FieldProps } from '../../kit/field-props.ts';
import { Parts } from '../../kit/Parts.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { AddressField } from '../address/Field.tsx';
import { AtecoField } from '../ateco/Field.tsx';
import { CertifiedMailField } from '../certified-mail/Field.tsx';
import { FiscalCodeField } from '../fiscal-code/Field.tsx';
import { partsOf } from '../parts.ts';
import { SelectField } from '../select/Field.tsx';
import { TextField } from '../textfield/Field.tsx';
import { VatNumberField } from '../vat-number/Field.tsx';
import { companyBlock } from './schema.ts';

const Rea = (field: FieldProps) => <TextInput field={field} look="code" spellCheck={false} />;

const inputs: Readonly<Record<string, ComponentType<FieldProps>>> = {
  vatNumber: VatNumberField,
  fiscalCode: FiscalCodeField,
  seat: AddressField,
  rea: Rea,
  ateco: AtecoField,
  certifiedMail: CertifiedMailField,
};

const WIDE: ReadonlySet<string> = new Set(['name', 'legalForm', 'seat', 'certifiedMail']);

/** A company, part by part. */
export function CompanyField(field: FieldProps) {
  const shown = partsOf(companyBlock, field.component, field.value).map((part) => ({
    part,
    Field: inputs[part.key] ?? (part.schema.type === 'select' ? SelectField : TextField),
    isWide: WIDE.has(part.key),
  }));
  return <Parts field={field} parts={shown} />;
}
