import type { FieldComponent } from '../schema/document.ts';
import { address } from './address/schema.ts';
import { amount } from './amount/schema.ts';
import { ateco } from './ateco/schema.ts';
import { body } from './body/schema.ts';
import { cadastralParcel } from './cadastral-parcel/schema.ts';
import { certifiedMail } from './certified-mail/schema.ts';
import { checkbox } from './checkbox/schema.ts';
import { checklist } from './checklist/schema.ts';
import { cig } from './cig/schema.ts';
import { company } from './company/schema.ts';
import { cup } from './cup/schema.ts';
import { datetime } from './datetime/schema.ts';
import { declarations } from './declarations/schema.ts';
import { email } from './email/schema.ts';
import { expression } from './expression/schema.ts';
import { filepicker } from './filepicker/schema.ts';
import { fiscalCode } from './fiscal-code/schema.ts';
import { iban } from './iban/schema.ts';
import { map } from './map/schema.ts';
import { municipality } from './municipality/schema.ts';
import { number } from './number/schema.ts';
import { person } from './person/schema.ts';
import { period } from './period/schema.ts';
import { radio } from './radio/schema.ts';
import { select } from './select/schema.ts';
import { signature } from './signature/schema.ts';
import { telephone } from './telephone/schema.ts';
import { textarea } from './textarea/schema.ts';
import { textfield } from './textfield/schema.ts';
import type { FieldSchema, FieldType } from './types.ts';
import { url } from './url/schema.ts';
import { vatNumber } from './vat-number/schema.ts';

/** Every type of field that holds an answer. */
export const fieldSchemas: Readonly<Record<FieldType, FieldSchema>> = {
  textfield,
  textarea,
  number,
  radio,
  select,
  checklist,
  checkbox,
  datetime,
  filepicker,
  email,
  telephone,
  'fiscal-code': fiscalCode,
  body,
  url,
  amount,
  iban,
  'certified-mail': certifiedMail,
  'vat-number': vatNumber,
  company,
  person,
  address,
  cup,
  cig,
  ateco,
  municipality,
  'cadastral-parcel': cadastralParcel,
  map,
  period,
  signature,
  declarations,
  expression,
};

/** True for the name of a type that holds an answer. */
export const isFieldType = (name: string): name is FieldType => Object.hasOwn(fieldSchemas, name);

/** The name under which a component asks for its type: `properties.type`, else the form-js type. */
export const typeName = (component: FieldComponent): string => component.properties?.['type'] ?? component.type;

/**
 * The schema of a field.
 * @throws RangeError when the type is unknown; `readForm` refuses such a document before.
 */
export function schemaOf(component: FieldComponent): FieldSchema {
  const name = typeName(component);
  if (!isFieldType(name)) throw new RangeError(`Field ${component.key} has the unknown type ${name}`);
  return fieldSchemas[name];
}
