import type { ServiceCard } from '../../forms/contract/procedures.ts';
import { isGroup, isList, isText } from '../../forms/schema/components.ts';
import type { Component } from '../../forms/schema/document.ts';
import { choiceWords } from '../../forms/schema/localise.ts';
import { isPartyRole } from '../core/dossier.ts';
import type { EnglishWords } from '../core/procedure.ts';
import { document } from '../language/document.ts';
import { isForOffice, notice } from '../language/notice.ts';
import { personalAct } from '../language/personal-act.ts';
import type { TranslatedMember, Untranslated } from '../findings/catalogue.ts';
import { errorIn, warningIn } from '../findings/finding.ts';
import type { Finding } from '../findings/finding.ts';
import { componentsIn, programsOf, type Parts } from './expressions.ts';
import { ENGLISH } from './read-english.ts';
import { assignedTasks } from './roles.ts';

/** The English of a procedure against its Italian: nothing about what there is not, and all that a party reads. */
export const checkEnglish = (parts: Parts): readonly Finding[] => [
  // The card of a part is that of its caller.
  ...(parts.interface === undefined ? lengthsOf(parts.service) : []),
  ...(parts.english === undefined ? [] : [...wordsOf(parts, parts.english), ...formsOf(parts)]),
];

/** Texts that stand for Italian ones by their place have to be as many. */
function lengthsOf({ translations, ...card }: ServiceCard): readonly Finding[] {
  const english = translations?.en;
  const byPlace = ['conditions', 'legalBasis', 'contacts', 'topics'] as const;
  return byPlace.flatMap((member) => {
    const [texts, wanted] = [english?.[member], card[member].length];
    if (texts === undefined || texts.length === wanted) return [];
    return [errorIn('service.json', 'translation.length', { member, given: texts.length, wanted })];
  });
}

/** The ids of what parties read by name: all terms, what they do, what is done for them, what is written to them. */
function namedIn(parts: Parts): Readonly<Record<keyof EnglishWords, readonly string[]>> {
  const facts = Object.entries(parts.facts);
  const tasks = programsOf(parts).flatMap(({ nodes }) =>
    Object.values(nodes).filter(({ work }) => work?.type === 'task'),
  );
  const drawn = facts.filter(([, said]) => personalAct.of(said) !== undefined || document.of(said) !== undefined);
  const inParts = parts.interface === undefined ? Object.values(parts.parts ?? {}).flatMap(lettersOf) : [];
  // A letter that stands in for one of a part is translated where it is written.
  const written = [...lettersOf(parts), ...inParts.filter((template) => template in parts.templates)];
  return {
    terms: Object.keys(parts.terms),
    elements: [...tasks.map(({ id }) => id), ...drawn.map(([id]) => id)],
    letters: [...new Set(written)],
  };
}

/** The letters to people that are not an office. */
const lettersOf = ({ facts }: Pick<Parts, 'facts'>): readonly string[] =>
  Object.values(facts)
    .flatMap((said) => notice.allOf(said))
    .flatMap(({ to, template }) => (isForOffice(to) ? [] : [template]));

function wordsOf(parts: Parts, english: EnglishWords): readonly Finding[] {
  const named = namedIn(parts);
  const kinds = ['terms', 'elements', 'letters'] as const;
  return kinds.flatMap((kind) => {
    const written = Object.keys(english[kind]);
    const unknown = written.filter((id) => !named[kind].includes(id));
    const missing = named[kind].filter((id) => !written.includes(id));
    return [
      ...unknown.map((id) => warningIn(ENGLISH, 'translation.unknown', { path: `${kind}.${id}`, because: 'not-read' })),
      ...missing.map((id) => untold(`${kind}.${id}`)),
      ...(kind === 'terms' ? remediesOf(parts, english) : []),
      ...(kind === 'elements' ? descriptionsOf(parts, english) : []),
    ];
  });
}

const untold = (path: string): Finding => warningIn(ENGLISH, 'translation.missing', { what: { type: 'entry', path } });

const remediesOf = ({ terms }: Parts, english: EnglishWords): readonly Finding[] =>
  Object.values(terms)
    .filter(({ id, remedy }) => remedy !== undefined && english.terms[id]?.remedy === undefined)
    .map(({ id }) => untold(`terms.${id}.remedy`));

const descriptionsOf = ({ facts }: Parts, english: EnglishWords): readonly Finding[] =>
  Object.entries(facts)
    .filter(([id, said]) => personalAct.of(said)?.description !== undefined && !english.elements[id]?.description)
    .map(([id]) => untold(`elements.${id}.description`));

/** The forms that parties fill in, and of the others the names of the files that parties may read. */
function formsOf(parts: Parts): readonly Finding[] {
  const acts = Object.values(parts.facts).flatMap((said) => personalAct.of(said)?.form ?? []);
  const parties = new Set(
    assignedTasks(parts).flatMap(({ elementId, group = '' }) => (isPartyRole(group) ? [elementId] : [])),
  );
  const tasks = programsOf(parts)
    .flatMap(({ nodes }) => Object.values(nodes))
    .flatMap(({ id, work }) => (work?.type === 'task' && parties.has(id) ? (work.formId ?? []) : []));
  const own = new Set([parts.startFormId, ...acts, ...tasks]);
  return Object.values(parts.forms).flatMap(({ id, components }) =>
    componentsIn(components)
      .flatMap((component) => (own.has(id) ? untranslated(component) : unnamedFiles(component)))
      .map((what) => warningIn(`forms/${id}.json`, 'translation.missing', { what })),
  );
}

const lacks = (
  member: TranslatedMember,
  italian: string | undefined,
  english: string | undefined,
): readonly Untranslated[] =>
  italian === undefined || italian === '' || english !== undefined
    ? []
    : [{ type: 'text', member, text: italian.slice(0, 40) }];

function unnamedFiles(component: Component): readonly Untranslated[] {
  if (isText(component) || isGroup(component) || isList(component)) return [];
  const { type, label, properties, translations } = component;
  const isRead = type === 'filepicker' && properties?.['readableBy'] !== undefined;
  return isRead ? lacks('label', label, translations?.['en']?.label) : [];
}

/** The texts of a component that have no English, each by its place. */
function untranslated(component: Component): readonly Untranslated[] {
  const words = component.translations?.['en'] ?? {};
  if (isText(component)) return lacks('text', component.text, words.text);
  const common = [
    ...lacks('label', component.label, words.label),
    ...lacks('description', component.description, words.description),
  ];
  if (isGroup(component)) return common;
  if (isList(component))
    return [...common, ...lacks('itemLabel', component.properties?.['itemLabel'], words.itemLabel)];
  const { values = [], validate, properties } = component;
  return [
    ...common,
    ...lacks('text', properties?.['text'], words.text),
    ...lacks('patternErrorMessage', validate?.patternErrorMessage, words.patternErrorMessage),
    ...values.flatMap(({ value, label, description }) => {
      const { label: told, description: described } = choiceWords(words.values?.[value]);
      return [...lacks('values', label, told), ...lacks('values', description, described)];
    }),
    ...(validate?.rules ?? []).flatMap(({ message, messages }) => lacks('rules', message, messages?.['en'])),
  ];
}
