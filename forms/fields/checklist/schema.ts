import type { FieldComponent, Json } from '../../schema/document.ts';
import { checkChoices, choiceLabel, hasChoice } from '../choices.ts';
import { isEmptyList, refuse, wrongType } from '../rules.ts';
import type { FieldSchema, Reading } from '../types.ts';

const isText = (value: Json): value is string => typeof value === 'string';

function readChoices(value: Json, component: FieldComponent): Reading {
  if (!Array.isArray(value)) return wrongType('list');
  const given: readonly Json[] = value;
  if (!given.every(isText)) return wrongType('list');
  const unknown = given.find((item) => !hasChoice(component, item));
  if (unknown !== undefined) return refuse('choice.unknown', { given: unknown });
  // The order of the document makes equal answers equal values.
  return { value: (component.values ?? []).map((choice) => choice.value).filter((item) => given.includes(item)) };
}

const printChoices = (value: Json, component: FieldComponent): string =>
  Array.isArray(value)
    ? value
        .filter(isText)
        .map((item) => choiceLabel(component, item))
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
  check: checkChoices,
};
