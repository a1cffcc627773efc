import type { FieldProps } from '../../kit/field-props.ts';
import { Parts } from '../../kit/Parts.tsx';
import { DateField } from '../datetime/Field.tsx';
import { periodParts } from './schema.ts';

/** Two days, the first and the last. */
export const PeriodField = (field: FieldProps) => (
  <Parts field={field} parts={periodParts(field.component).map((part) => ({ part, Field: DateField }))} />
);
