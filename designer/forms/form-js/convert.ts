import type { Issue, Json } from '../../../forms/schema/document.ts';
import { readForm } from '../../../forms/schema/read.ts';
import { isObject, keyMember, textAt, withMember, type Part } from '../model/draft.ts';
import { nameOf } from '../model/find.ts';
import { changing } from './kept.ts';
import { plainMembers } from './members.ts';
import type { Converted, Notice, NoticeCode } from './notices.ts';
import { feelFaultText } from '../../../forms/text/feel-fault.ts';

type Step = (part: Part) => Converted<Part>;

const same = (part: Part): Converted<Part> => ({ value: part, notices: [] });

const told = (part: Part, code: NoticeCode, params: Notice['params'] = {}): Converted<Part> => ({
  value: part,
  notices: [{ code, partId: part.id, params: { name: nameOf(part), ...params } }],
});

/** Types of form-js that hold no answer and that we have no part for; they are kept and stand as an empty text. */
const unshown: readonly string[] = [
  'button',
  'html',
  'spacer',
  'separator',
  'image',
  'iframe',
  'documentPreview',
  'default',
];

/** What stands in for a component that cannot be shown. */
export const hidden: Step = (part) =>
  told(
    changing(part, { type: 'text', text: '' }),
    typeof part['key'] === 'string' && !unshown.includes(part.type) ? 'question-not-shown' : 'not-shown',
    { type: part.type },
  );

const converters: Readonly<Record<string, Step>> = {
  textfield: (part) => {
    const kinds: Readonly<Record<string, string>> = { email: 'email', phone: 'telephone' };
    const kind = kinds[textAt(part, 'validate.validationType') ?? ''];
    if (kind === undefined || textAt(part, 'properties.type') !== undefined) return same(part);
    const properties = isObject(part['properties']) ? part['properties'] : {};
    return same(changing(part, { properties: { ...textsOf(properties), type: kind } }));
  },
  number: (part) =>
    part['serializeToString'] === true && textAt(part, 'properties.type') === undefined
      ? told(part, 'number-as-text')
      : same(part),
  taglist: (part) => told(changing(part, { type: 'checklist' }), 'taglist'),
  datetime: (part) => {
    const label = textAt(part, 'label') ?? textAt(part, 'dateLabel') ?? textAt(part, 'timeLabel');
    const labelled = label === undefined || part['label'] === label ? part : changing(part, { label });
    return same(part['subtype'] === 'time' ? labelled : noPastDays(labelled));
  },
  table: (part) =>
    textAt(part, 'properties.type') === undefined && part['key'] === undefined ? hidden(part) : same(part),
};

const textsOf = (members: Readonly<Record<string, unknown>>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

const noPastDays = (part: Part): Part =>
  part['disallowPassedDates'] === true && textAt(part, 'properties.notBefore') === undefined
    ? changing(part, {
        properties: { ...textsOf(isObject(part['properties']) ? part['properties'] : {}), notBefore: 'today' },
      })
    : part;

/** Choices that come from the data given to the form: an expression that names them is the same. */
function inputChoices(part: Part): Converted<Part> {
  const key = textAt(part, 'valuesKey');
  if (key === undefined || key === '' || part['valuesExpression'] !== undefined) return same(part);
  return told(changing(part, { valuesExpression: `=${key}` }), 'input-choices', { key });
}

/** Choices whose values are numbers or truth values: our answers are texts. */
function choiceTexts(part: Part): Converted<Part> {
  const values = part['values'];
  if (!Array.isArray(values)) return same(part);
  const choices: readonly unknown[] = values;
  if (
    choices.every((each) => isObject(each) && typeof each['value'] === 'string' && typeof each['label'] === 'string')
  ) {
    return same(part);
  }
  const texts = choices
    .filter(isObject)
    .map((each) => ({ ...jsonOf(each), value: wordOf(each['value']), label: wordOf(each['label'] ?? each['value']) }));
  const { defaultValue } = part;
  const isWord = defaultValue === undefined || defaultValue === null || typeof defaultValue === 'object';
  const first = isWord ? {} : { defaultValue: wordOf(defaultValue) };
  return told(changing(part, { values: texts, ...first }), 'choice-texts');
}

/** A value as a text; nothing for null. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

// The members of a component that was read from JSON are JSON.
const jsonOf = (value: Readonly<Record<string, unknown>>) => value as Readonly<Record<string, Json>>;

function templateLogic(part: Part): Converted<Part> {
  const text = textAt(part, 'text') ?? '';
  return /\{\{[#/]/.test(text) ? told(part, 'template-logic') : same(part);
}

/** Rules that have no form-js meaning of ours: a member that `readForm` refuses is taken out and kept. */
function readable(part: Part): Converted<Part> {
  let { value, notices } = same(part);
  for (let round = 0; round < MOST_MEMBERS; round += 1) {
    const [issue] = issuesOf(value);
    if (issue === undefined) return { value, notices };
    const at = issue.path.replace(/^components\[0\]\.?/, '');
    const [name = ''] = at.split(/[.[]/);
    // Of an unknown type nothing could be asked. What no member alone is to blame for stays, and is a finding.
    if (name === 'type') return hidden(part);
    if (name === '' || name === keyMember(part)) return { value, notices };
    value = without(value, at);
    notices = [...notices, ...ignored(value, at, issue).notices];
  }
  return { value, notices };
}

const MOST_MEMBERS = 20;

function ignored(part: Part, member: string, { code, params = {} }: Issue): Converted<Part> {
  return code === 'form.bad-expression'
    ? told(part, 'formula-ignored', { member, fault: feelFaultText(params) })
    : told(part, 'member-ignored', { member });
}

function without(part: Part, at: string): Part {
  const [name = ''] = at.split(/[.[]/);
  const isInside = at.startsWith(`${name}.`) && !at.includes('[');
  // One rule out of several goes alone; of a list nothing can be left out without moving the rest.
  const left = isInside ? withMember(part, at, undefined)[name] : undefined;
  return changing(part, { [name]: isObject(left) ? jsonOf(left) : undefined });
}

function issuesOf(part: Part): readonly Issue[] {
  const alone = part.components === undefined ? part : { ...part, components: [] };
  const { issues } = readForm({
    type: 'default',
    id: 'x',
    schemaVersion: 16,
    components: [JSON.parse(JSON.stringify(alone))],
  });
  return issues;
}

/** A component of Camunda's editor as ours; what cannot be shown or checked here is kept and said. */
export function convertPart(part: Part): Converted<Part> {
  if (unshown.includes(part.type)) return hidden(part);
  const steps: readonly Step[] = [
    (each) => same(plainMembers(each)),
    converters[part.type] ?? same,
    inputChoices,
    choiceTexts,
    templateLogic,
    readable,
  ];
  return steps.reduce<Converted<Part>>(({ value, notices }, step) => {
    const next = step(value);
    return { value: next.value, notices: [...notices, ...next.notices] };
  }, same(part));
}
