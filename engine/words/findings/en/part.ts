import type { PartFindings } from '../../../findings/part.ts';
import type { At, FindingSentences } from '../finding-words.ts';

const kinds: Readonly<Record<PartFindings['part.name-twice']['kind'], string>> = {
  element: 'the element',
  term: 'the term',
  form: 'the form',
  letter: 'the letter',
};

const listed = (names: readonly string[]): string => names.join(', ') || 'nothing';

const calling = ({ elementId, part }: At & { readonly part: string }, what: string): string =>
  `Activity ${elementId} calls the part “${part}”: ${what}.`;

/** What is found of parts and their calls, in English. */
export const englishPart: FindingSentences<PartFindings> = {
  'part.calls-itself': ({ part }) =>
    `The part “${part}” calls itself, directly or by way of another one: it would never end.`,
  'part.error-uncaught': (told) =>
    calling(told, `it can end with “${told.label}” (${told.error}): it needs an error event on the border`),
  'part.input-missing': (told) => calling(told, `“${told.input}” (${told.label}) is missing, nothing gives it`),
  'part.input-unknown': (told) =>
    calling(told, `it is given “${told.input}”, which it does not take; it takes: ${listed(told.known)}`),
  'part.name-twice': ({ part, kind, name, first }) =>
    `The part “${part}” has ${kinds[kind]} “${name}”, which ${first === undefined ? 'the procedure' : `the part “${first}”`} has already: it needs another name.`,
  'part.role-missing': (told) =>
    calling(told, `it needs the role “${told.role}”, which the card (roles) does not have`),
  'part.term-missing': (told) =>
    calling(told, `it needs the term “${told.term}” (${told.label}), which is not here: lend it with iter:lends`),
  'part.term-unknown': (told) =>
    calling(told, `it is lent the term “${told.term}”, which it does not take; it takes: ${listed(told.known)}`),
};
