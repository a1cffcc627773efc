import type { FieldComponent, Json } from '../../schema/document.ts';
import { isRecord } from '../../schema/json.ts';
import { oneLine } from '../../schema/clean.ts';
import { isBlank, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, ReadContext, Reading } from '../types.ts';
import { readWording, wordingSchema, wordingsOf, type Wording } from '../wordings.ts';

const HOW: readonly string[] = ['tick', 'name'];
const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;
const LONGEST_NAME = 150;

/** How a field is confirmed, from `properties.how`: with a `tick` (the default) or by writing one's `name`. */
export const isByName = ({ properties = {} }: FieldComponent): boolean => properties['how'] === 'name';

/** The text that is confirmed, in the language of the component: `properties.text`, else the label. */
export const confirmedText = (component: FieldComponent): string =>
  oneLine(component.properties?.['text'] ?? component.label ?? component.key);

const confirmedTexts = (component: FieldComponent): readonly Wording[] => {
  const hasText = component.properties?.['text'] !== undefined;
  return wordingsOf(component, confirmedText(component), ({ text, label }) => (hasText ? text : label));
};

/** True when what an answer confirms is what the document says today, in whatever language it was read. */
export const isConfirmed = (component: FieldComponent, answer: Json): boolean =>
  readWording(answer, confirmedTexts(component)) !== undefined;

// An instant of the evening in UTC is the next day in Rome, so a day more is allowed.
function isLaterThan(at: string, today: string): boolean {
  const tomorrow = Date.parse(today) + 86_400_000;
  return Number.isNaN(Date.parse(at)) || Date.parse(at.slice(0, 10)) > tomorrow;
}

function readSignature(value: Json, component: FieldComponent, { today }: ReadContext): Reading {
  if (!isRecord(value)) return wrongType('signature');
  const { at } = value;
  const name = typeof value['name'] === 'string' ? oneLine(value['name']) : '';
  if (isByName(component) && name === '') return refuse('signature.no-name');
  if (name.length > LONGEST_NAME) return refuse('text.too-long', { max: LONGEST_NAME, given: name.length });
  if (typeof at !== 'string' || !INSTANT.test(at) || isLaterThan(at, today)) return refuse('signature.no-instant');
  const confirmed = readWording(value, confirmedTexts(component));
  if (!confirmed) return refuse('signature.text-changed');
  return { value: { ...confirmed, at, ...(isByName(component) ? { name } : {}) } };
}

function printSignature(value: Json, component: FieldComponent): string {
  if (!isRecord(value)) return '';
  const { name } = value;
  const text = isConfirmed(component, value) ? confirmedText(component) : value['text'];
  return [text, name].filter((part) => typeof part === 'string' && part !== '').join('\n');
}

function checkHow({ properties = {} }: FieldComponent): Complaint | undefined {
  const how = properties['how'] ?? 'tick';
  return HOW.includes(how)
    ? undefined
    : { code: 'form.bad-property', params: { value: how, expected: HOW.join(', ') } };
}

/**
 * A confirmation: a text that a person confirms with a tick or by writing their name (`properties.how`). The answer is
 * `{ text, language?, at, name? }`: the Italian text, the language when it was read in another, and the instant (UTC)
 * of the gesture by the clock of the browser. It is no electronic signature of a document; whoever sent it was
 * identified at the sign-in. A text that has changed since has to be confirmed again.
 */
export const signature: FieldSchema = {
  type: 'signature',
  carriers: ['checkbox', 'textfield'],
  emptyValue: '',
  seconds: 15,
  isEmpty: (value) =>
    isBlank(value) ||
    value === false ||
    (isRecord(value) && isBlank(value['at'] ?? '') && isBlank(value['name'] ?? '')),
  read: readSignature,
  print: printSignature,
  jsonSchema: (component) => ({
    type: 'object',
    properties: {
      ...wordingSchema(confirmedTexts(component)),
      at: { type: 'string', format: 'date-time' },
      name: { type: 'string', minLength: 1, maxLength: LONGEST_NAME },
    },
    required: isByName(component) ? ['text', 'at', 'name'] : ['text', 'at'],
    additionalProperties: false,
  }),
  check: checkHow,
};
