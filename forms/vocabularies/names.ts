import type { Choice } from '../schema/document.ts';

/** The controlled vocabularies that come with the product. */
export const vocabularyNames = [
  'authentication-type',
  'business-event',
  'channel',
  'government-documents-types',
  'interactivity-level',
  'legal-status',
  'licences',
  'life-event',
  'municipal-notice-board',
  'provinces',
  'public-services-subject-matters',
  'regions',
  'service-input-output',
  'theme-subtheme',
] as const;

/** The name of a vocabulary, as in `properties.choicesFrom` after `vocabulary:`. */
export type VocabularyName = (typeof vocabularyNames)[number];

/** The lists of choices that the engine gives. */
export const apiListNames = ['bodies', 'municipalities', 'provinces', 'offices'] as const;

/** The name of a list of the engine, as in `properties.choicesFrom` after `api:`. */
export type ApiListName = (typeof apiListNames)[number];

/** True for the name of a list of the engine. */
export const isApiList = (name: string): name is ApiListName => apiListNames.some((known) => known === name);

/** A choice of a vocabulary; the description names what it stands under. */
export interface VocabularyChoice extends Choice {
  /** The label in English, where the source has one. */
  readonly en?: string;
}

/** A controlled vocabulary, in the order of its source. */
export interface Vocabulary {
  readonly name: string;
  /** In Italian. */
  readonly title: string;
  /** Repository, commit and file it was made from. */
  readonly source: string;
  readonly choices: readonly VocabularyChoice[];
}

/** True for the name of a vocabulary. */
export const isVocabulary = (name: string): name is VocabularyName => vocabularyNames.some((known) => known === name);
