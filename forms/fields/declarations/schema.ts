import type { Choice, FieldComponent, Json } from '../../schema/document.ts';
import { checkChoices, isMadeElsewhere } from '../choices.ts';
import { isRecord } from '../../schema/json.ts';
import { isEmptyList, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, Reading } from '../types.ts';

const optionalValues = (component: FieldComponent): readonly string[] =>
  (component.properties?.['optional'] ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** True for a declaration that may be left out: `properties.optional` names it. */
export const isOptionalDeclaration = (component: FieldComponent, value: string): boolean =>
  optionalValues(component).includes(value);

const valueOf = (item: Json): string | undefined => {
  const value = isRecord(item) ? item['value'] : item;
  return typeof value === 'string' ? value : undefined;
};

/** The values of the declarations that an answer holds, as objects or as plain values. */
export function declaredValues(answer: Json): readonly (string | undefined)[] {
  const items: readonly Json[] = Array.isArray(answer) ? answer : [];
  return items.map(valueOf);
}

const missing = ({ value, label }: Choice): Complaint => ({
  code: 'declarations.missing',
  params: { declaration: label.slice(0, 120).replace(/\.$/, '') },
  part: value,
});

function readDeclarations(answer: Json, component: FieldComponent): Reading {
  if (!Array.isArray(answer)) return wrongType('list');
  const choices = component.values ?? [];
  const declared = declaredValues(answer);
  const unknown = declared.find((value) => !choices.some((choice) => choice.value === value));
  if (declared.includes(undefined)) return wrongType('list');
  if (unknown !== undefined) return refuse('choice.unknown', { given: unknown.slice(0, 80) });
  const [complaint, ...more] = choices
    .filter(({ value }) => !declared.includes(value) && !isOptionalDeclaration(component, value))
    .map(missing);
  if (complaint) return { complaint, more };
  return {
    value: choices.filter(({ value }) => declared.includes(value)).map(({ value, label }) => ({ value, text: label })),
  };
}

function printDeclarations(answer: Json, component: FieldComponent): string {
  const items: readonly Json[] = Array.isArray(answer) ? answer : [];
  const text = (item: Json): string => {
    if (isRecord(item) && typeof item['text'] === 'string') return item['text'];
    return component.values?.find(({ value }) => value === valueOf(item))?.label ?? '';
  };
  return items.map(text).join('\n');
}

function checkDeclarations(component: FieldComponent): Complaint | undefined {
  const values = component.values ?? [];
  // A value names a part of the answer, whose path and input id are made of it.
  const unreadable = values.find(({ value }) => !/^[A-Za-z][A-Za-z0-9_-]*$/.test(value));
  if (unreadable) return { code: 'form.bad-key', params: { value: unreadable.value } };
  // What a person declares stands in the document that was published.
  if (values.length === 0 || isMadeElsewhere(component)) return { code: 'form.no-choices' };
  const unknown = optionalValues(component).find((optional) => !values.some(({ value }) => value === optional));
  if (unknown === undefined) return checkChoices(component);
  const expected = values.map(({ value }) => value).join(', ');
  return { code: 'form.bad-property', params: { value: unknown, expected } };
}

/**
 * Declarations in place of certificates and of affidavits (DPR 445/2000, artt. 46–47): the `values` of the field are
 * what is declared, `label` its text and `description` the law or a note. Each has to be declared unless
 * `properties.optional` names it. The answer lists what was declared with the text that was read: `[{ value, text }]`.
 */
export const declarations: FieldSchema = {
  type: 'declarations',
  carriers: ['checklist'],
  emptyValue: [],
  seconds: 40,
  isEmpty: isEmptyList,
  read: readDeclarations,
  print: printDeclarations,
  jsonSchema: ({ values = [] }) => ({
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: {
      anyOf: values.map(({ value, label }) => ({
        type: 'object',
        properties: { value: { const: value }, text: { const: label } },
        required: ['value', 'text'],
        additionalProperties: false,
      })),
    },
  }),
  check: checkDeclarations,
};
