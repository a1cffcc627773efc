import type { FieldComponent } from '../schema/document.ts';
import { body } from './body/schema.ts';
import { checkbox } from './checkbox/schema.ts';
import { checklist } from './checklist/schema.ts';
import { datetime } from './datetime/schema.ts';
import { email } from './email/schema.ts';
import { filepicker } from './filepicker/schema.ts';
import { fiscalCode } from './fiscal-code/schema.ts';
import { number } from './number/schema.ts';
import { radio } from './radio/schema.ts';
import { select } from './select/schema.ts';
import { telephone } from './telephone/schema.ts';
import { textarea } from './textarea/schema.ts';
import { textfield } from './textfield/schema.ts';
import type { FieldSchema, FieldType } from './types.ts';
import { url } from './url/schema.ts';

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
