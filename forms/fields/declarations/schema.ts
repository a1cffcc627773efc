import type { Choice, FieldComponent, Json } from '../../schema/document.ts';
import { checkChoices, isMadeElsewhere } from '../choices.ts';
import { isRecord } from '../../schema/json.ts';
import { isEmptyList, refuse, wrongType } from '../rules.ts';
import type { Complaint, FieldSchema, Reading } from '../types.ts';
import { choiceWords } from '../../schema/localise.ts';
import { legalText, readWording, wordingSchema, wordingsOf, type ReadText, type Wording } from '../wordings.ts';

const optionalValues = (component: FieldComponent): readonly string[] =>
  (component.properties?.['optional'] ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** True for a declaration that may be left out: `properties.optional` names it. */
export const isOptionalDeclaration = (component: FieldComponent, value: string): boolean =>
  optionalValues(component).includes(value);

const valueOf = (item: Json): string | undefined => {
  const value = isRecord(item) ? item['value'] : item;
  return typeof value === 'string' ? value : undefined;
};

const itemsIn = (answer: Json): readonly Json[] => (Array.isArray(answer) ? answer : []);

const itemFor = (answer: Json, value: string): Json | undefined =>
  itemsIn(answer).find((item) => valueOf(item) === value);

const wordingsFor = (component: FieldComponent, { value, label }: Choice): readonly Wording[] =>
  wordingsOf(component, label, ({ values }) => choiceWords(values?.[value]).label);

/** What was declared, by an item that may name the declaration only; undefined when its text is not that of today. */
function readText(item: Json, wordings: readonly Wording[]): ReadText | undefined {
  const isBare = !isRecord(item) || (item['text'] ?? '') === '';
  return isBare ? { text: legalText(wordings) } : readWording(item, wordings);
}

/** True when an answer holds a declaration as the document words it today, in whatever language it was read. */
export function isDeclared(component: FieldComponent, answer: Json, choice: Choice): boolean {
  const item = itemFor(answer, choice.value);
  return item !== undefined && readText(item, wordingsFor(component, choice)) !== undefined;
}

/** The answer with a declaration added or taken out; the others stay as they were read. */
export function withDeclaration(
  component: FieldComponent,
  answer: Json,
  { value, isTicked }: { readonly value: string; readonly isTicked: boolean },
): Json {
  return (component.values ?? []).flatMap((choice): readonly Json[] => {
    if (choice.value === value) return isTicked ? [{ value, text: choice.label }] : [];
    const before = itemFor(answer, choice.value);
    return before === undefined ? [] : [before];
  });
}

const about = (code: string, { value, label }: Choice): Complaint => ({
  code,
  params: { declaration: label.slice(0, 120).replace(/\.$/, '') },
  part: value,
});

function readDeclarations(answer: Json, component: FieldComponent): Reading {
  if (!Array.isArray(answer)) return wrongType('list');
  const choices = component.values ?? [];
  const declared = itemsIn(answer).map(valueOf);
  const unknown = declared.find((value) => !choices.some((choice) => choice.value === value));
  if (declared.includes(undefined)) return wrongType('list');
  if (unknown !== undefined) return refuse('choice.unknown', { given: unknown.slice(0, 80) });
  const readings = choices.map((choice) => readOne(component, answer, choice));
  const [complaint, ...more] = readings.flatMap((one) => one.complaint ?? []);
  return complaint ? { complaint, more } : { value: readings.flatMap((one) => one.item ?? []) };
}

interface ReadItem {
  readonly item?: Json;
  readonly complaint?: Complaint;
}

function readOne(component: FieldComponent, answer: Json, choice: Choice): ReadItem {
  const { value } = choice;
  const item = itemFor(answer, value);
  if (item === undefined) {
    return isOptionalDeclaration(component, value) ? {} : { complaint: about('declarations.missing', choice) };
  }
  const read = readText(item, wordingsFor(component, choice));
  return read ? { item: { value, ...read } } : { complaint: about('declarations.text-changed', choice) };
}

function printDeclarations(answer: Json, component: FieldComponent): string {
  const text = (item: Json): string => {
    const choice = component.values?.find(({ value }) => value === valueOf(item));
    if (choice && isDeclared(component, answer, choice)) return choice.label;
    return isRecord(item) && typeof item['text'] === 'string' ? item['text'] : '';
  };
  return itemsIn(answer).map(text).join('\n');
}

function checkDeclarations(component: FieldComponent): Complaint | undefined {
  const values = component.values ?? [];
  // A value names a part of the answer, whose path and input id are made of it.
  const unreadable = values.find(({ value }) => !/^[A-Za-z][A-Za-z0-9_-]*$/.test(value));
  if (unreadable) return { code: 'form.bad-key', params: { value: unreadable.value } };
  // What a person declares stands in the document that was published.
  if (values.length === 0 || isMadeElsewhere(component)) return { code: 'form.no-choices' };
  const unknown = optionalValues(component).find((optional) => !values.some(({ value }) => value === optional));
  if (unknown === undefined) return checkChoices(component);
  const expected = values.map(({ value }) => value).join(', ');
  return { code: 'form.bad-property', params: { value: unknown, expected } };
}

/**
 * Declarations in place of certificates and of affidavits (DPR 445/2000, artt. 46–47): the `values` of the field are
 * what is declared, `label` its text and `description` the law or a note. Each has to be declared unless
 * `properties.optional` names it. The answer lists what was declared: `[{ value, text, language? }]`, the text in
 * Italian and the language when it was read in another. A text that has changed since has to be declared again.
 */
export const declarations: FieldSchema = {
  type: 'declarations',
  carriers: ['checklist'],
  emptyValue: [],
  seconds: 40,
  isEmpty: isEmptyList,
  read: readDeclarations,
  print: printDeclarations,
  jsonSchema: (component) => ({
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    items: {
      anyOf: (component.values ?? []).map((choice) => ({
        type: 'object',
        properties: { value: { const: choice.value }, ...wordingSchema(wordingsFor(component, choice)) },
        required: ['value', 'text'],
        additionalProperties: false,
      })),
    },
  }),
  check: checkDeclarations,
};
