import authenticationType from './authentication-type.json' with { type: 'json' };
import businessEvent from './business-event.json' with { type: 'json' };
import channel from './channel.json' with { type: 'json' };
import governmentDocumentsTypes from './government-documents-types.json' with { type: 'json' };
import interactivityLevel from './interactivity-level.json' with { type: 'json' };
import legalStatus from './legal-status.json' with { type: 'json' };
import licences from './licences.json' with { type: 'json' };
import lifeEvent from './life-event.json' with { type: 'json' };
import municipalNoticeBoard from './municipal-notice-board.json' with { type: 'json' };
import provinces from './provinces.json' with { type: 'json' };
import publicServicesSubjectMatters from './public-services-subject-matters.json' with { type: 'json' };
import regions from './regions.json' with { type: 'json' };
import serviceInputOutput from './service-input-output.json' with { type: 'json' };
import themeSubtheme from './theme-subtheme.json' with { type: 'json' };
import type { Vocabulary, VocabularyName } from './names.ts';

/** Every vocabulary, in memory; for the server. A browser loads the one it needs with `loadVocabulary`. */
export const vocabularies: Readonly<Record<VocabularyName, Vocabulary>> = {
  'authentication-type': authenticationType,
  'business-event': businessEvent,
  channel,
  'government-documents-types': governmentDocumentsTypes,
  'interactivity-level': interactivityLevel,
  'legal-status': legalStatus,
  licences,
  'life-event': lifeEvent,
  'municipal-notice-board': municipalNoticeBoard,
  provinces,
  'public-services-subject-matters': publicServicesSubjectMatters,
  regions,
  'service-input-output': serviceInputOutput,
  'theme-subtheme': themeSubtheme,
};
