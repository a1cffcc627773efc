import type { FieldComponent, Json } from '../../schema/document.ts';
import { checkChoices, choiceLabel, choiceSchema, choicesOf } from '../choices.ts';
import { isEmptyList, refuse, wrongType } from '../rules.ts';
import type { FieldSchema, PrintContext, ReadContext, Reading } from '../types.ts';

const isText = (value: Json): value is string => typeof value === 'string';

function readChoices(value: Json, component: FieldComponent, context: ReadContext): Reading {
  if (!Array.isArray(value)) return wrongType('list');
  const given: readonly Json[] = value;
  if (!given.every(isText)) return wrongType('list');
  const values = choicesOf(component, context)?.map((choice) => choice.value);
  if (!values) return refuse('choice.unverified');
  const unknown = given.find((item) => !values.includes(item));
  if (unknown !== undefined) return refuse('choice.unknown', { given: unknown.slice(0, 80) });
  // The order of the list makes equal answers equal values.
  return { value: [...new Set(values)].filter((item) => given.includes(item)) };
}

const printChoices = (value: Json, component: FieldComponent, context: PrintContext): string =>
  Array.isArray(value)
    ? value
        .filter(isText)
        .map((item) => choiceLabel(component, item, context))
        .join('\n')
    : '';

/** Any number of choices out of a list; the answer is the list of values in the order of the document. */
export const checklist: FieldSchema = {
  type: 'checklist',
  carriers: ['checklist'],
  emptyValue: [],
  seconds: 12,
  isEmpty: isEmptyList,
  read: readChoices,
  print: printChoices,
  jsonSchema: (component) => ({
    type: 'array',
    items: choiceSchema(component),
    minItems: 1,
    uniqueItems: true,
  }),
  check: checkChoices,
};
