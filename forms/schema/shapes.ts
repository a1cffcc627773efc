import { z } from 'zod';

/**
 * The members that each kind of component may have, without its children. Unknown members pass: other editors keep
 * their own there.
 */

const text = z.string().max(20_000);
const count = z.number().int().min(0);

const choiceWords = z.looseObject({ label: text.optional(), description: text.optional() });

const translation = z.looseObject({
  label: text.optional(),
  description: text.optional(),
  text: text.optional(),
  patternErrorMessage: text.optional(),
  itemLabel: text.optional(),
  values: z.record(z.string(), z.union([text, choiceWords])).optional(),
});

const base = z.looseObject({
  type: text,
  id: text.optional(),
  label: text.optional(),
  description: text.optional(),
  conditional: z.looseObject({ hide: text.optional() }).optional(),
  properties: z.record(z.string(), text).optional(),
  layout: z.looseObject({ row: text.optional(), columns: z.number().nullable().optional() }).optional(),
  translations: z.record(z.string(), translation).optional(),
  original: z.never().optional(),
});

const crossRule = z.looseObject({
  expression: text.min(1),
  message: text.min(1),
  messages: z.record(z.string(), text).optional(),
});

const rules = z.looseObject({
  required: z.boolean().optional(),
  minLength: count.optional(),
  maxLength: count.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: text.optional(),
  patternErrorMessage: text.optional(),
  rules: z.array(crossRule).optional(),
});

/** A component that holds an answer. */
export const fieldShape = base.extend({
  key: text,
  validate: rules.optional(),
  values: z.array(z.looseObject({ label: text, value: text, description: text.optional() })).optional(),
  valuesExpression: text.optional(),
  expression: text.optional(),
  defaultValue: z.json().optional(),
  readonly: z.union([z.boolean(), text]).optional(),
  disabled: z.boolean().optional(),
  multiple: z.boolean().optional(),
  accept: text.optional(),
  subtype: text.optional(),
  decimalDigits: z.number().optional(),
  appearance: z.looseObject({ prefixAdorner: text.optional(), suffixAdorner: text.optional() }).optional(),
});

/** A page or a group of fields. */
export const groupShape = base.extend({ components: z.array(z.unknown()) });

/** A repeating group. */
export const listShape = base.extend({
  path: text,
  components: z.array(z.unknown()),
  validate: z.looseObject({ rules: z.array(crossRule).optional() }).optional(),
  defaultRepetitions: count.optional(),
});

/** A text shown to the reader. */
export const textShape = base.extend({ text });

/** The document around the components. */
export const documentShape = z.looseObject({
  type: z.literal('default'),
  id: text.min(1),
  schemaVersion: count,
  components: z.array(z.unknown()),
});
