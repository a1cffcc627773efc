import type { Answers, FieldComponent, Json } from '../schema/document.ts';
import { isRecord } from '../schema/json.ts';
import type { JsonSchema } from '../schema/json-schema.ts';
import { t, type TextKey } from '../text/text.ts';
import { isBlank, wrongType } from './rules.ts';
import type { Complaint, FieldSchema, FieldType, PrintContext, ReadContext, Reading } from './types.ts';

/**
 * Values with parts: a person, a company, an address. Such a value is one JSON object, and each of its parts is a field
 * of an ordinary type, read, printed and shown by that type; a part may have parts itself.
 */

/** One part of a value with parts. */
export interface Part {
  readonly key: string;
  readonly label: TextKey;
  readonly hint?: TextKey;
  /** The type that reads and prints the part. */
  readonly schema: FieldSchema;
  /** Limits and properties that the type is told. */
  readonly settings?: Pick<FieldComponent, 'validate' | 'properties'>;
  /** The choices, where the type is a list. */
  readonly choices?: readonly { readonly value: string; readonly label: TextKey }[];
  /** May be left out of a value that is filled in. */
  readonly isOptional?: boolean;
  /** The HTML token of the part when the block is about the person who writes (WCAG 1.3.5). */
  readonly autocomplete?: string;
  /** What is taken for an answer that was left empty; alone it says nothing. */
  readonly initial?: string;
}

/** A part that was printed, with its label. */
export interface PrintedPart {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

/** What has to be said of a type whose values have parts. */
export interface Block {
  readonly type: FieldType;
  readonly seconds: number;
  /** Every part that may be asked. */
  readonly parts: readonly Part[];
  /** The parts asked when the component does not say, written as in `properties.parts`. */
  readonly usual: string;
  /** The parts as some answers or properties of the component want them; as asked when it is left out. */
  readonly adapt?: (parts: readonly Part[], written: Answers, component: FieldComponent) => readonly Part[];
  readonly print: (printed: readonly PrintedPart[], value: Answers) => string;
}

const namesIn = (list: string): readonly string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const wishes = (block: Block, component: FieldComponent): readonly string[] =>
  namesIn(component.properties?.['parts'] ?? block.usual);

/**
 * The parts that a component asks for, in its order. `properties.parts` is a list with commas; a question mark after a
 * name makes that part optional, as in `familyName, givenName, email?`.
 */
export function partsOf(block: Block, component: FieldComponent, written: Json): readonly Part[] {
  const asked = wishes(block, component).flatMap((wish): readonly Part[] => {
    const name = wish.replace(/\?$/, '');
    const part = block.parts.find(({ key }) => key === name);
    return part ? [{ ...part, isOptional: part.isOptional === true || wish.endsWith('?') }] : [];
  });
  return block.adapt ? block.adapt(asked, isRecord(written) ? written : {}, component) : asked;
}

/** A part as a field of its type, without words: all that reading needs, and quick to make. */
const bareComponent = (part: Part): FieldComponent => ({
  type: part.schema.carriers[0] ?? 'textfield',
  key: part.key,
  ...(part.choices ? { values: part.choices.map(({ value }) => ({ value, label: value })) } : {}),
  validate: { ...part.settings?.validate, required: part.isOptional !== true },
  properties: { ...part.settings?.properties, type: part.schema.type },
});

/**
 * A part as a field of its type, as it is shown and printed. The tokens of autocompletion are given when the block is
 * about the person who writes, that is when its `properties.aboutWriter` is `true`.
 */
export function partComponent(part: Part, block?: FieldComponent): FieldComponent {
  const bare = bareComponent(part);
  const isAboutWriter = block?.properties?.['aboutWriter'] === 'true';
  return {
    ...bare,
    label: t(part.label),
    ...(part.hint ? { description: t(part.hint) } : {}),
    ...(part.choices ? { values: part.choices.map(({ value, label }) => ({ value, label: t(label) })) } : {}),
    ...(isAboutWriter && part.autocomplete
      ? { properties: { ...bare.properties, autocomplete: part.autocomplete } }
      : {}),
  };
}

/** The reading of a part; undefined when it was left out and may be. */
function readPart(part: Part, written: Answers, context: ReadContext): Reading | undefined {
  const value = written[part.key] ?? null;
  if (!part.schema.isEmpty(value)) {
    return part.schema.read(value, bareComponent(part), { ...context, beside: written });
  }
  if (part.initial !== undefined) return { value: part.initial };
  return part.isOptional ? undefined : { complaint: { code: 'field.required', params: { type: part.schema.type } } };
}

/**
 * The complaint about a part as one about its block; the innermost part gives the label, named by its key: who reads it
 * may speak another language.
 */
const lifted = (part: Part, { code, params, part: inner }: Complaint): Complaint => ({
  code,
  params: { labelKey: part.label, ...params },
  part: inner === undefined ? part.key : `${part.key}.${inner}`,
});

function readBlock(block: Block, value: Json, rest: readonly [FieldComponent, ReadContext]): Reading {
  if (!isRecord(value)) return wrongType('object');
  const [component, context] = rest;
  const readings = partsOf(block, component, value).map((part) => [part, readPart(part, value, context)] as const);
  const [first, ...more] = readings.flatMap(([part, reading]): readonly Complaint[] =>
    reading && 'complaint' in reading
      ? [reading.complaint, ...(reading.more ?? [])].map((complaint) => lifted(part, complaint))
      : [],
  );
  if (first) return more.length > 0 ? { complaint: first, more } : { complaint: first };
  return {
    value: Object.fromEntries(
      readings.flatMap(([part, reading]) => (reading && 'value' in reading ? [[part.key, reading.value]] : [])),
    ),
  };
}

function isEmptyBlock(block: Block, value: Json): boolean {
  if (!isRecord(value)) return isBlank(value);
  return block.parts.every((part) => {
    const given = value[part.key] ?? null;
    return part.schema.isEmpty(given) || given === part.initial;
  });
}

function printBlock(block: Block, value: Json, rest: readonly [FieldComponent, PrintContext]): string {
  if (!isRecord(value)) return '';
  const [component, context] = rest;
  const printed = partsOf(block, component, value).flatMap((part): readonly PrintedPart[] => {
    const given = value[part.key] ?? null;
    if (part.schema.isEmpty(given)) return [];
    return [{ key: part.key, label: t(part.label), text: part.schema.print(given, partComponent(part), context) }];
  });
  return block.print(printed, value);
}

/** The JSON Schema of an object with these parts. */
export const partsSchema = (parts: readonly Part[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(parts.map((part) => [part.key, part.schema.jsonSchema(bareComponent(part))])),
  required: parts.filter((part) => part.isOptional !== true || part.initial !== undefined).map(({ key }) => key),
  additionalProperties: false,
});

const twiceIn = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index);

/** Refuses a list of parts that names an unknown one, one twice, or none. */
function checkBlock(block: Block, component: FieldComponent): Complaint | undefined {
  const names = wishes(block, component).map((wish) => wish.replace(/\?$/, ''));
  const known = block.parts.map(({ key }) => key);
  const wrong = names.length === 0 ? '' : (names.find((name) => !known.includes(name)) ?? twiceIn(names));
  return wrong === undefined
    ? undefined
    : { code: 'form.bad-property', params: { value: wrong, expected: known.join(', ') } };
}

/** The schema of a type whose values have parts. Parts that are not asked for are dropped from an answer. */
export const blockSchema = (block: Block): FieldSchema => ({
  type: block.type,
  carriers: ['textfield'],
  emptyValue: {},
  seconds: block.seconds,
  isEmpty: (value) => isEmptyBlock(block, value),
  read: (value, component, context) => readBlock(block, value, [component, context]),
  print: (value, component, context) => printBlock(block, value, [component, context]),
  jsonSchema: (component) => partsSchema(partsOf(block, component, {})),
  check: (component) => checkBlock(block, component),
});

/** Lines of printed parts, each with its label. */
export const labelled = (printed: readonly PrintedPart[]): readonly string[] =>
  printed.map(({ label, text }) => `${label}: ${text}`);
