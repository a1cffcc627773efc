import type { Choice, FieldComponent, Json } from '../schema/document.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { refuse, wrongType } from './rules.ts';
import type { Complaint, PrintContext, ReadContext, Reading } from './types.ts';

/** The list outside the form from which the choices come: `vocabulary:<name>` or `api:<name>`. */
export const choicesFrom = (component: FieldComponent): string | undefined => component.properties?.['choicesFrom'];

/** The choices of a field, from the document or from the list it names; undefined when that list cannot be had. */
export function choicesOf(
  component: FieldComponent,
  { choices }: Pick<ReadContext, 'choices'>,
): readonly Choice[] | undefined {
  const source = choicesFrom(component);
  return source === undefined ? (component.values ?? []) : choices?.(source);
}

/** The label of a choice; the value itself when the list no longer has it. */
export const choiceLabel = (component: FieldComponent, value: string, context: PrintContext = {}): string =>
  choicesOf(component, context)?.find((choice) => choice.value === value)?.label ?? value;

/** Reads the value of one choice. */
export function readChoice(value: Json, component: FieldComponent, context: Pick<ReadContext, 'choices'>): Reading {
  if (typeof value !== 'string') return wrongType('text');
  const choices = choicesOf(component, context);
  if (!choices) return refuse('choice.unverified');
  const isThere = choices.some((choice) => choice.value === value);
  return isThere ? { value } : refuse('choice.unknown', { given: value.slice(0, 80) });
}

/** Prints one choice by its label. */
export const printChoice = (value: Json, component: FieldComponent, context: PrintContext): string =>
  typeof value === 'string' ? choiceLabel(component, value, context) : '';

/** The JSON Schema of the value of one choice; any text when the choices are kept or computed outside the document. */
export function choiceSchema(component: FieldComponent): JsonSchema {
  const values = (component.values ?? []).map((choice) => choice.value);
  return isMadeElsewhere(component) ? { type: 'string' } : { type: 'string', enum: values };
}

/** True when the choices that stand in the document are not those of the field. */
export const isMadeElsewhere = (component: FieldComponent): boolean =>
  choicesFrom(component) !== undefined || (component.valuesExpression ?? '') !== '';

/** Refuses a list field without choices, and one where a value stands twice. */
export function checkChoices(component: FieldComponent): Complaint | undefined {
  const values = component.values ?? [];
  if (values.length === 0 && !isMadeElsewhere(component)) return { code: 'form.no-choices' };
  const twice = values.find((choice, index) => values.findIndex((other) => other.value === choice.value) !== index);
  return twice && { code: 'form.choice-twice', params: { value: twice.value } };
}
