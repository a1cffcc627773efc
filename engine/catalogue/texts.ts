import { isText } from '../../forms/schema/components.ts';
import type { Component } from '../../forms/schema/document.ts';
import type { ServiceCard } from '../../forms/contract/procedures.ts';
import { personalAct } from '../language/personal-act.ts';
import { componentsIn, type Parts } from './expressions.ts';
import { ENGLISH } from './read-english.ts';

/** A text of a package that people read, with where it stands. */
export interface PlacedText {
  readonly file: string;
  readonly place: string;
  readonly text: string;
  /**
   * What its placeholders may name: the parameters alone, before there is a dossier; also the variables; or they are
   * looked at elsewhere, as are those of letters and of texts in forms.
   */
  readonly sees: 'parameters' | 'variables' | 'elsewhere';
}

/** Every text of a package that people read: of its card, forms, letters, terms, acts, and their English. */
export const textsIn = (parts: Parts): readonly PlacedText[] => [
  // The card of a part is that of its caller.
  ...(parts.interface === undefined ? cardTexts(parts.service) : []),
  ...formTexts(parts),
  ...letterTexts(parts),
  ...drawnTexts(parts),
  ...stringsIn(parts.english, '').map((found) => ({ file: ENGLISH, ...found, sees: 'variables' as const })),
];

/** The members of a card that may hold placeholders. */
const cardMembers = [
  'statusReason',
  'shortDescription',
  'audience',
  'howTo',
  'needed',
  'achieved',
  'times',
  'costs',
  'privacyNotice',
] as const;

function cardTexts(service: ServiceCard): readonly PlacedText[] {
  const told = [
    ...cardMembers.flatMap((member) => stringsIn(service[member], member)),
    ...cardMembers.flatMap((member) => stringsIn(service.translations?.en?.[member], `translations.en.${member}`)),
  ];
  return told.map((found) => ({ file: 'service.json', ...found, sees: 'parameters' }));
}

function formTexts({ forms, startFormId }: Parts): readonly PlacedText[] {
  return Object.values(forms).flatMap(({ id, components }) =>
    componentsIn(components).flatMap((component) => {
      const before = id === startFormId ? 'parameters' : 'variables';
      const sees = isText(component) ? 'elsewhere' : before;
      return stringsIn(wordsOf(component), nameOf(component)).map((found) => ({
        file: `forms/${id}.json`,
        ...found,
        sees,
      }));
    }),
  );
}

const nameOf = (component: Component): string =>
  ('key' in component ? component.key : undefined) ?? component.id ?? component.label ?? component.type;

/** What of a component people read, in every language. */
function wordsOf(component: Component): unknown {
  const { label, description, translations } = component;
  if (isText(component)) return { text: component.text, translations };
  const common = { label, description, translations };
  if (!('key' in component)) return common;
  const { values, properties, validate } = component;
  const messages = [
    validate?.patternErrorMessage,
    ...(validate?.rules ?? []).map((rule) => [rule.message, rule.messages]),
  ];
  return { ...common, values, text: properties?.['text'], messages };
}

const letterTexts = ({ templates }: Parts): readonly PlacedText[] =>
  Object.values(templates).flatMap(({ templateId, subject, body }) =>
    [subject, body].map((text) => ({ file: `templates/${templateId}.md`, place: '', text, sees: 'elsewhere' })),
  );

function drawnTexts({ terms, facts }: Parts): readonly PlacedText[] {
  const remedies = Object.values(terms).flatMap(({ id, remedy }) =>
    remedy === undefined ? [] : [{ place: id, text: remedy }],
  );
  const acts = Object.entries(facts).flatMap(([place, said]) => {
    const text = personalAct.of(said)?.description;
    return text === undefined ? [] : [{ place, text }];
  });
  return [...remedies, ...acts].map((found) => ({ file: 'procedure.bpmn', ...found, sees: 'variables' }));
}

/** The texts in a value, each by its path from a place. */
function stringsIn(value: unknown, place: string): readonly { readonly place: string; readonly text: string }[] {
  if (typeof value === 'string') return value.startsWith('=') ? [] : [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => stringsIn(member, place === '' ? name : `${place}.${name}`));
}
