import type { Attribute, Extension } from '../../engine/language/extension.ts';
import { sharedWords } from '../../engine/words/extensions/words.ts';
import type { AskedAttribute, AskedExtension, Choice } from '../../engine/words/extensions/words.ts';
import { attributeFaultInWords } from '../../engine/words/findings/attribute-words.ts';
import type { Answers, FieldComponent, Json } from '../../forms/schema/document.ts';
import { language } from '../../forms/text/language.ts';

/** The panel of an extension as fields of our own kit, and what is answered there as attributes of the diagram. */

/** The attributes of an extension element as they are written in the diagram. */
export type Attributes = Readonly<Record<string, string>>;

/** What attributes may name, with the words by which people know it. */
export interface KnownNames {
  readonly term: readonly Choice[];
  readonly form: readonly Choice[];
  readonly letter: readonly Choice[];
  readonly role: readonly Choice[];
  readonly milestone: readonly Choice[];
  readonly outcome: readonly Choice[];
}

/** One question of a panel: a field of the kit, or a FEEL expression. */
export type PanelPart =
  | { readonly type: 'field'; readonly key: string; readonly component: FieldComponent }
  | { readonly type: 'formula'; readonly key: string; readonly label: string; readonly hint?: string };

/** The value of a choice that stands for what is not in the list; no attribute of the dialect has it. */
const OTHER = '…';

const otherKey = (name: string): string => `${name}_other`;

/** The questions of a panel in their order; `answers` say whether something else than a choice is asked for. */
export function panelParts(extension: AskedExtension, known: KnownNames, answers: Answers): readonly PanelPart[] {
  return extension.attributes.flatMap((attribute): readonly PanelPart[] => {
    if (attribute.feel === 'must') return [formula(attribute, attribute.name)];
    const question: PanelPart = { type: 'field', key: attribute.name, component: fieldOf(attribute, known, answers) };
    return answers[attribute.name] === OTHER ? [question, otherPart(attribute)] : [question];
  });
}

const formula = ({ label, hint }: AskedAttribute, key: string): PanelPart => ({
  type: 'formula',
  key,
  label,
  ...(hint !== undefined && { hint }),
});

function otherPart(attribute: AskedAttribute): PanelPart {
  const { name, other } = attribute;
  const label = other?.asks ?? attribute.label;
  if (other?.prefix === '=') return { type: 'formula', key: otherKey(name), label };
  const component = { type: 'textfield', key: otherKey(name), label, validate: { required: true } };
  return { type: 'field', key: otherKey(name), component };
}

function fieldOf(attribute: AskedAttribute, known: KnownNames, answers: Answers): FieldComponent {
  const { name, kind, label, hint, isRequired } = attribute;
  const asked = {
    key: name,
    label,
    ...(hint !== undefined && { description: hint }),
    ...(isRequired && { validate: { required: true } }),
  };
  if (kind === 'flag') return { ...asked, type: 'checkbox' };
  const choices = choicesOf(attribute, known);
  if (choices === undefined) return { ...asked, type: 'textfield' };
  return { ...asked, type: 'select', values: withPresent(choices, answers[name]) };
}

function choicesOf({ kind, choices, other }: AskedAttribute, known: KnownNames): readonly Choice[] | undefined {
  if (kind === 'term' || kind === 'form' || kind === 'letter' || kind === 'role') return known[kind];
  const offered = kind === 'milestone' || kind === 'outcome' ? known[kind] : choices;
  if (offered === undefined) return undefined;
  return other === undefined ? offered : [...offered, { value: OTHER, label: other.label }];
}

/** A name that is written but does not exist stays to be seen. */
function withPresent(choices: readonly Choice[], present: unknown): { value: string; label: string }[] {
  const isStrange = typeof present === 'string' && choices.every(({ value }) => value !== present);
  return isStrange ? [...choices, { value: present, label: sharedWords[language()].absent(present) }] : [...choices];
}

/** What is drawn, as answers of the panel. */
export function panelAnswers({ attributes }: Extension, written: Attributes): Answers {
  return Object.fromEntries(attributes.flatMap((attribute) => answersOf(attribute, written[attribute.name])));
}

type Answered = readonly (readonly [string, Json])[];

function answersOf({ name, kind, choices, other }: Attribute, value: string | undefined): Answered {
  if (kind === 'flag') return [[name, value === 'true'] as const];
  if (value === undefined) return [];
  const isOther = other !== undefined && choices?.includes(value) === false;
  if (!isOther || !value.startsWith(other.prefix)) return [[name, value] as const];
  const rest = other.prefix === '=' ? value : value.slice(other.prefix.length);
  return [[name, OTHER] as const, [otherKey(name), rest] as const];
}

/** What the answers of the panel write into the diagram; what is blank is left out. */
export function attributesFrom({ attributes }: Extension, answers: Answers): Attributes {
  return Object.fromEntries(
    attributes.flatMap((attribute) => {
      const value = valueFrom(attribute, answers);
      return value === undefined || value.trim() === '' ? [] : [[attribute.name, value] as const];
    }),
  );
}

function valueFrom({ name, kind, other }: Attribute, answers: Answers): string | undefined {
  const answer = answers[name];
  if (kind === 'flag') return answer === true ? 'true' : undefined;
  if (answer !== OTHER) return typeof answer === 'string' ? answer : undefined;
  const rest = answers[otherKey(name)];
  if (typeof rest !== 'string' || rest.trim() === '') return undefined;
  return other?.prefix === '=' ? rest : `${other?.prefix ?? ''}${rest.trim()}`;
}

/** What is wrong with the attributes, by the key of the question; nothing is said of what is still missing. */
export function panelErrors(extension: Extension, written: Attributes): Readonly<Record<string, string>> {
  const { faults } = extension.read({ $type: extension.name, ...written });
  const answers = panelAnswers(extension, written);
  return Object.fromEntries(
    faults.flatMap(({ attribute, fault }) => {
      if (written[attribute] === undefined) return [];
      const key = answers[attribute] === OTHER ? otherKey(attribute) : attribute;
      return [[key, attributeFaultInWords(fault, language())] as const];
    }),
  );
}
