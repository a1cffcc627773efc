import type { Vocabulary, VocabularyName } from './names.ts';

const loaders: Readonly<Record<VocabularyName, () => Promise<{ readonly default: Vocabulary }>>> = {
  'authentication-type': () => import('./authentication-type.json'),
  'business-event': () => import('./business-event.json'),
  channel: () => import('./channel.json'),
  'government-documents-types': () => import('./government-documents-types.json'),
  'interactivity-level': () => import('./interactivity-level.json'),
  'legal-status': () => import('./legal-status.json'),
  licences: () => import('./licences.json'),
  'life-event': () => import('./life-event.json'),
  'municipal-notice-board': () => import('./municipal-notice-board.json'),
  provinces: () => import('./provinces.json'),
  'public-services-subject-matters': () => import('./public-services-subject-matters.json'),
  regions: () => import('./regions.json'),
  'service-input-output': () => import('./service-input-output.json'),
  'theme-subtheme': () => import('./theme-subtheme.json'),
};

/**
 * Fetches one vocabulary; each is a piece of its own in the build of the pages, so that none burdens the first load.
 */
export const loadVocabulary = async (name: VocabularyName): Promise<Vocabulary> => (await loaders[name]()).default;
