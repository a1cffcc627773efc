import type { Setting } from '../../../forms/fields/editor-types.ts';
import { schemaOf } from '../../../forms/fields/schemas.ts';
import type { Answers, FieldComponent, FormDocument, Json } from '../../../forms/schema/document.ts';
import { validateAnswers } from '../../../forms/schema/validate.ts';
import { memberAt, type Part } from '../model/draft.ts';

/** The settings of a part as a form of our own kit: answers are members of the part, by a key for each path. */

const PREFIX = 'setting_';

/** The key of the field that asks for a member: `validate.max` gives `setting_validate_max`. */
export const settingKey = (at: string): string => PREFIX + at.replace(/\W+/g, '_');

/** The form that asks for the settings; `words` gives the sentence for a text key below `designer.`. */
export function settingsForm(settings: readonly Setting[], words: (key: string) => string): FormDocument {
  return { type: 'default', id: 'settings', schemaVersion: 16, components: settings.map((each) => asked(each, words)) };
}

function asked({ at, field, choices }: Setting, words: (key: string) => string): FieldComponent {
  const { label, description, values } = field;
  return {
    ...field,
    key: settingKey(at),
    ...(label !== undefined && { label: words(label) }),
    ...(description !== undefined && { description: words(description) }),
    ...(values !== undefined && { values: values.map((choice) => ({ ...choice, label: words(choice.label) })) }),
    ...(choices !== undefined && { values: choices }),
  };
}

/** True for a member that form-js keeps as a string, whatever it means. */
const isProperty = (at: string): boolean => at.startsWith('properties.');

/** What the part has set, as answers of the settings form. */
export function settingAnswers(part: Part, settings: readonly Setting[]): Answers {
  return Object.fromEntries(
    settings.flatMap(({ at, field, as }): readonly (readonly [string, Json])[] => {
      const value = memberAt(part, at);
      if (value === undefined) return [];
      // A member of a JSON document.
      const member = value as Json;
      const own = as?.answer(member);
      const answer = own ?? (isProperty(at) ? fromText(String(value), field.type) : fromMember(member, field));
      return answer === undefined ? [] : [[settingKey(at), answer]];
    }),
  );
}

/** A figure that is chosen from a list is a text while it is chosen. */
const fromMember = (value: Json, { type }: Setting['field']): Json =>
  type === 'select' && typeof value === 'number' ? String(value) : value;

/** The figures of a list that offers nothing else. */
const toMember = (answer: Json, { type, values = [] }: Setting['field']): Json =>
  type === 'select' && values.every((choice) => /^\d+$/.test(choice.value)) ? Number(answer) : answer;

function fromText(text: string, type: string): Json | undefined {
  if (type === 'checkbox') return text === 'true';
  if (type !== 'number') return text;
  return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

/** One member to be set, or removed with `undefined`. */
export interface MemberChange {
  readonly at: string;
  readonly value: Json | undefined;
}

/** What the answers of the settings form change of the part; answers that are not right change nothing. */
export function settingChanges(
  part: Part,
  settings: readonly Setting[],
  written: { readonly answers: Answers; readonly today: string },
): readonly MemberChange[] {
  const form = settingsForm(settings, (key) => key);
  const { values, issues } = validateAnswers(form, written.answers, { today: written.today });
  const wrong = new Set(issues.map(({ path }) => path));
  return settings.flatMap((setting): readonly MemberChange[] => {
    const { at, field, as } = setting;
    const key = settingKey(at);
    if (wrong.has(key)) return [];
    const component = asked(setting, (each) => each);
    const answer = values[key];
    const isUnset = answer === undefined || answer === false || schemaOf(component).isEmpty(answer);
    const before = memberAt(part, at);
    // The same answer may stand in the document in more than one way: `image/jpeg` and `.jpg`.
    if (as && JSON.stringify(answer ?? []) === JSON.stringify(as.answer((before ?? '') as Json))) return [];
    const value = isUnset ? undefined : memberOf(answer, setting);
    // `false` and absent are the same to every checkbox; a file that says `false` keeps saying it.
    const same = before === value || (value === undefined && before === false && field.type === 'checkbox');
    return same || JSON.stringify(before) === JSON.stringify(value) ? [] : [{ at, value }];
  });
}

const memberOf = (answer: Json, { at, field, as }: Setting): Json =>
  as ? as.member(answer) : isProperty(at) ? toText(answer) : toMember(answer, field);

const toText = (answer: Json): string => (typeof answer === 'string' ? answer : JSON.stringify(answer));
