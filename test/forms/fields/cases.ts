import type { FieldSchema, ReadContext } from '../../../forms/fields/types.ts';
import type { FieldComponent, Json } from '../../../forms/schema/document.ts';

/** A value that a field accepts, with what it reads. */
export type Accepted = readonly [reason: string, component: FieldComponent, given: Json, read: Json];

/** A value that a field refuses, with the codes of its complaints; those of a part stand after its name and a colon. */
export type Refused = readonly [reason: string, component: FieldComponent, given: Json, codes: readonly string[]];

/** The codes of what is wrong with a value; empty when it is right. */
export function codesOf(
  schema: FieldSchema,
  given: Json,
  rest: readonly [FieldComponent, ReadContext],
): readonly string[] {
  const reading = schema.read(given, ...rest);
  if ('value' in reading) return [];
  return [reading.complaint, ...(reading.more ?? [])].map(({ code, part }) =>
    part === undefined ? code : `${part}: ${code}`,
  );
}
