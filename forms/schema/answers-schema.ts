import { schemaOf } from '../fields/schemas.ts';
import { isGroup, isList, isText, itemLimits } from './components.ts';
import type { Component, FieldComponent, FormDocument, Json, ListComponent } from './document.ts';
import type { JsonSchema } from './json-schema.ts';

/** The schema of one answer, and whether every accepted set of answers has it. */
interface Member {
  readonly key: string;
  readonly schema: JsonSchema;
  readonly isAlwaysThere: boolean;
}

const isHideable = ({ conditional }: Component): boolean => (conditional?.hide ?? '').trim() !== '';

function described(component: Component, schema: JsonSchema): JsonSchema {
  const { label, description } = component;
  return {
    ...(label === undefined ? {} : { title: label }),
    ...(description === undefined ? {} : { description }),
    ...schema,
  };
}

function fieldMember(field: FieldComponent, mayBeAbsent: boolean): Member {
  const schema = schemaOf(field);
  // A box has an answer even when it is left alone; a required one has to be ticked.
  const isBox = schema.emptyValue === false;
  const isRequired = field.validate?.required === true;
  return {
    key: field.key,
    schema: described(field, isBox && isRequired ? { const: true } : schema.jsonSchema(field)),
    isAlwaysThere: !mayBeAbsent && (isRequired || isBox),
  };
}

function listMember(list: ListComponent, mayBeAbsent: boolean): Member {
  const { min, max } = itemLimits(list);
  return {
    key: list.path,
    // A list without items is an absent answer.
    schema: described(list, {
      type: 'array',
      minItems: Math.max(min, 1),
      maxItems: max,
      items: objectOf(list.components),
    }),
    isAlwaysThere: !mayBeAbsent && min > 0,
  };
}

function membersOf(components: readonly Component[], mayBeAbsent: boolean): readonly Member[] {
  return components.flatMap((component): readonly Member[] => {
    const isOptional = mayBeAbsent || isHideable(component);
    if (isText(component)) return [];
    if (isGroup(component)) return membersOf(component.components, isOptional);
    return [isList(component) ? listMember(component, isOptional) : fieldMember(component, isOptional)];
  });
}

function objectOf(components: readonly Component[]): JsonSchema {
  const members = membersOf(components, false);
  const required: Json = members.filter(({ isAlwaysThere }) => isAlwaysThere).map(({ key }) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(({ key, schema }) => [key, schema])),
    required,
    additionalProperties: false,
  };
}

/**
 * The JSON Schema (2020-12) of the accepted answers of a form, in their normal form. It says what holds without the
 * other answers: an answer that conditions may hide or require is not required, and control characters, rules across
 * fields and look-ups are left to the validator. Every set of answers that the validator accepts satisfies it.
 */
export const answersSchema = (form: FormDocument): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...objectOf(form.components),
});
