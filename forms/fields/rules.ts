import { oneLine } from '../schema/clean.ts';
import { regularExpression } from '../schema/feel.ts';
import type { FieldComponent, Json } from '../schema/document.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import type { Complaint, Reading } from './types.ts';

/** A reading that failed. */
export const refuse = (code: string, params: Complaint['params'] = {}): Reading => ({ complaint: { code, params } });

/** The complaint about a value of another JSON type than the field holds. */
export const wrongType = (expected: string): Reading => refuse('field.wrong-type', { expected });

/** True for what says nothing in a field that holds text. */
export const isBlank = (value: Json): boolean => value === null || (typeof value === 'string' && oneLine(value) === '');

/** True for null and for an empty list. */
export const isEmptyList = (value: Json): boolean => value === null || (Array.isArray(value) && value.length === 0);

// A search with `u`, as JSON Schema's, that finds the whole text or nothing.
const anchored = (pattern: string): string => `^(?:${pattern})$`;

function patternComplaint(text: string, component: FieldComponent): Complaint | undefined {
  const { pattern, patternErrorMessage } = component.validate ?? {};
  if (!pattern || matchesPattern(text, pattern)) return undefined;
  return patternErrorMessage
    ? { code: 'text.pattern-explained', params: { expected: patternErrorMessage } }
    : { code: 'text.pattern', params: {} };
}

/** True when the whole text matches the regular expression. */
export const matchesPattern = (text: string, pattern: string): boolean =>
  regularExpression(anchored(pattern))?.test(text) ?? false;

/** What the lengths and the pattern of a field have against a text; lengths count characters as people see them. */
export function textComplaint(text: string, component: FieldComponent, longest: number): Complaint | undefined {
  const { minLength = 0, maxLength = longest } = component.validate ?? {};
  const limit = Math.min(maxLength, longest);
  // A text has no more characters than code units.
  const length = minLength === 0 && text.length <= limit ? text.length : [...text].length;
  if (length < minLength) return { code: 'text.too-short', params: { min: minLength, given: length } };
  if (length > limit) return { code: 'text.too-long', params: { max: limit, given: length } };
  return patternComplaint(text, component);
}

/** The reading of a text that is already in its normal form. */
export function readText(text: string, component: FieldComponent, longest: number): Reading {
  const complaint = textComplaint(text, component, longest);
  return complaint ? { complaint } : { value: text };
}

/**
 * The JSON Schema of a text in its normal form: the limits of the component, at most `longest`; `shape` is a regular
 * expression that every value of the type matches as a whole.
 */
export function textSchema(component: FieldComponent, longest: number, shape?: string): JsonSchema {
  const { minLength, maxLength = longest, pattern } = component.validate ?? {};
  const patterns = [shape, pattern]
    .filter((each) => each !== undefined && each !== '')
    .map(String)
    .map(anchored);
  const [first, second] = patterns;
  return {
    type: 'string',
    minLength: Math.max(minLength ?? 1, 1),
    maxLength: Math.min(maxLength, longest),
    ...(first === undefined ? {} : { pattern: first }),
    ...(second === undefined ? {} : { allOf: [{ pattern: second }] }),
  };
}

/** A text value as it stands; used by the types whose value is their own print. */
export const printText = (value: Json): string => (typeof value === 'string' ? value : '');
