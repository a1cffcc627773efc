import type { ComponentType } from 'react';
import type { FieldProps } from '../kit/field-props.ts';
import { BodyField } from './body/Field.tsx';
import { CheckboxField } from './checkbox/Field.tsx';
import { ChecklistField } from './checklist/Field.tsx';
import { DateField } from './datetime/Field.tsx';
import { EmailField } from './email/Field.tsx';
import { AttachmentField } from './filepicker/Field.tsx';
import { FiscalCodeField } from './fiscal-code/Field.tsx';
import { NumberField } from './number/Field.tsx';
import { SelectField } from './select/Field.tsx';
import { TelephoneField } from './telephone/Field.tsx';
import { TextAreaField } from './textarea/Field.tsx';
import { TextField } from './textfield/Field.tsx';
import type { FieldType } from './types.ts';
import { UrlField } from './url/Field.tsx';

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
};
