import type { ComponentType } from 'react';
import type { FieldProps } from '../kit/field-props.ts';
import { AddressField } from './address/Field.tsx';
import { AmountField } from './amount/Field.tsx';
import { AtecoField } from './ateco/Field.tsx';
import { BodyField } from './body/Field.tsx';
import { CadastralParcelField } from './cadastral-parcel/Field.tsx';
import { CertifiedMailField } from './certified-mail/Field.tsx';
import { CheckboxField } from './checkbox/Field.tsx';
import { ChecklistField } from './checklist/Field.tsx';
import { CigField } from './cig/Field.tsx';
import { CompanyField } from './company/Field.tsx';
import { CupField } from './cup/Field.tsx';
import { DateField } from './datetime/Field.tsx';
import { DeclarationsField } from './declarations/Field.tsx';
import { EmailField } from './email/Field.tsx';
import { ExpressionField } from './expression/Field.tsx';
import { AttachmentField } from './filepicker/Field.tsx';
import { FiscalCodeField } from './fiscal-code/Field.tsx';
import { IbanField } from './iban/Field.tsx';
import { MapField } from './map/Field.tsx';
import { MunicipalityField } from './municipality/Field.tsx';
import { NumberField } from './number/Field.tsx';
import { PersonField } from './person/Field.tsx';
import { PeriodField } from './period/Field.tsx';
import { SelectField } from './select/Field.tsx';
import { SignatureField } from './signature/Field.tsx';
import { TelephoneField } from './telephone/Field.tsx';
import { TextAreaField } from './textarea/Field.tsx';
import { TextField } from './textfield/Field.tsx';
import type { FieldType } from './types.ts';
import { UrlField } from './url/Field.tsx';
import { VatNumberField } from './vat-number/Field.tsx';

/** The React part of every type of field. Both `radio` and `select` show what fits the number of choices. */
export const fieldComponents: Readonly<Record<FieldType, ComponentType<FieldProps>>> = {
  textfield: TextField,
  textarea: TextAreaField,
  number: NumberField,
  radio: SelectField,
  select: SelectField,
  checklist: ChecklistField,
  checkbox: CheckboxField,
  datetime: DateField,
  filepicker: AttachmentField,
  email: EmailField,
  telephone: TelephoneField,
  'fiscal-code': FiscalCodeField,
  body: BodyField,
  url: UrlField,
  amount: AmountField,
  iban: IbanField,
  'certified-mail': CertifiedMailField,
  'vat-number': VatNumberField,
  company: CompanyField,
  person: PersonField,
  address: AddressField,
  cup: CupField,
  cig: CigField,
  ateco: AtecoField,
  municipality: MunicipalityField,
  'cadastral-parcel': CadastralParcelField,
  map: MapField,
  period: PeriodField,
  signature: SignatureField,
  declarations: DeclarationsField,
  expression: ExpressionField,
};
