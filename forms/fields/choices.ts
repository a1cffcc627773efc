import type { FieldComponent, Json } from '../schema/document.ts';
import { refuse, wrongType } from './rules.ts';
import type { Complaint, Reading } from './types.ts';

/** The label of a choice; the value itself when the list no longer has it. */
export const choiceLabel = (component: FieldComponent, value: string): string =>
  component.values?.find((choice) => choice.value === value)?.label ?? value;

/** True when the list of the field has the value. */
export const hasChoice = (component: FieldComponent, value: string): boolean =>
  component.values?.some((choice) => choice.value === value) ?? false;

/** Reads the value of one choice. */
export function readChoice(value: Json, component: FieldComponent): Reading {
  if (typeof value !== 'string') return wrongType('text');
  return hasChoice(component, value) ? { value } : refuse('choice.unknown', { given: value });
}

/** Prints one choice by its label. */
export const printChoice = (value: Json, component: FieldComponent): string =>
  typeof value === 'string' ? choiceLabel(component, value) : '';

/** Refuses a list field without choices, and one where a value stands twice. */
export function checkChoices(component: FieldComponent): Complaint | undefined {
  const values = component.values ?? [];
  if (values.length === 0) return { code: 'form.no-choices' };
  const twice = values.find((choice, index) => values.findIndex((other) => other.value === choice.value) !== index);
  return twice && { code: 'form.choice-twice', params: { value: twice.value } };
}
