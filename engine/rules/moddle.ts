/**
 * Reading what moddle gives. A parsed file is untyped; these few functions are the checked border behind which
 * everything else works with typed values.
 */

/** An element of a parsed BPMN or DMN file. */
export interface ModdleElement {
  readonly $type: string;
  readonly [property: string]: unknown;
}

/** Whether a value is a parsed element. */
export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}

/** The text of an attribute or body; absent when missing or blank. */
export function textOf(element: ModdleElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** The id of an element, empty when it has none. */
export function idOf(element: ModdleElement | undefined): string {
  return textOf(element, 'id') ?? '';
}

/** The single element held by, or referred to by, a property. */
export function elementOf(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
}

/** The elements of a repeated property, in the order of the file; empty when there are none. */
export function elementsOf(element: ModdleElement | undefined, property: string): readonly ModdleElement[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The extension element of a type such as `zeebe:TaskDefinition`, if there is one. */
export function extensionOf(element: ModdleElement | undefined, type: string): ModdleElement | undefined {
  return elementsOf(elementOf(element, 'extensionElements'), 'values').find((value) => value.$type === type);
}

/** What moddle says about unreadable XML, taken apart: the reason, and the 1-based line when it is known. */
export function readXmlComplaint(error: unknown): { readonly reason: string; readonly line?: number } {
  const message = error instanceof Error ? error.message : messageOf(error);
  const line = /line: (\d+)/.exec(message)?.[1];
  const reason = /nested error: (.*)/.exec(message)?.[1] ?? message.split('\n')[0] ?? message;
  return line === undefined ? { reason } : { reason, line: Number(line) + 1 };
}

function messageOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'message' in value ? String(value.message) : String(value);
}
