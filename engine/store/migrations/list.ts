import { initial } from './001-initial.ts';
import { municipalityHistory } from './002-municipality-history.ts';
import { uploadSignatures } from './003-upload-signatures.ts';
import { draftSources } from './004-draft-sources.ts';
import { betweenDossiers } from './005-between-dossiers.ts';
import { uploadSigners } from './006-upload-signers.ts';
import { ratings } from './007-ratings.ts';
import { register } from './008-register.ts';
import { fulfilledConditions } from './009-fulfilled-conditions.ts';
import { severalDrafts } from './013-several-drafts.ts';
import { ownSessions } from './017-own-sessions.ts';
import { rateLimits } from './018-rate-limits.ts';
import { underLoad } from './021-under-load.ts';
import { search } from './023-search.ts';
import { queueOrder } from './024-queue-order.ts';
import { catalogueSearch } from './025-catalogue-search.ts';
import { registerDays } from './028-register-days.ts';
import { foundDossiers } from './029-found-dossiers.ts';
import { listRules } from './030-list-rules.ts';
import { mailAddresses } from './033-mail-addresses.ts';
import { personLanguage } from './037-person-language.ts';
import { submissions } from './040-submissions.ts';
import { officeAssignments } from './045-office-assignments.ts';
import { organisation } from './046-organisation.ts';
import { packages } from './050-packages.ts';
import { connectorJobs } from './055-connector-jobs.ts';
import { connectorSettings } from './056-connector-settings.ts';
import { eventSeals } from './059-event-seals.ts';
import { keysWithBody, referencesWithBody } from './062-keys-with-body.ts';
import { wall } from './064-wall.ts';
import { heldBack } from './067-held-back.ts';
import { administration } from './069-administration.ts';
import { waitsOfOtherBodies } from './070-waits-of-other-bodies.ts';
import { tasksOfEach } from './072-tasks-of-each.ts';
import { bodyParameters } from './075-body-parameters.ts';
import { bodyTexts } from './076-body-texts.ts';
import { mailHashes } from './080-mail-hashes.ts';
import { addressChanges } from './085-address-changes.ts';
import { corrections } from './086-corrections.ts';
import { mandates } from './087-mandates.ts';
import { dayRoots } from './088-day-roots.ts';
import { answersOfEach } from './091-answers-of-each.ts';
import { conflicts } from './092-conflicts.ts';
import type { Migration } from './migration.ts';

/** All migrations in the order in which they are applied. */
export const migrations: readonly Migration[] = [
  initial,
  municipalityHistory,
  uploadSignatures,
  draftSources,
  betweenDossiers,
  uploadSigners,
  ratings,
  register,
  fulfilledConditions,
  severalDrafts,
  ownSessions,
  rateLimits,
  underLoad,
  search,
  queueOrder,
  catalogueSearch,
  registerDays,
  foundDossiers,
  listRules,
  mailAddresses,
  personLanguage,
  submissions,
  officeAssignments,
  organisation,
  packages,
  connectorJobs,
  connectorSettings,
  eventSeals,
  keysWithBody,
  referencesWithBody,
  wall,
  heldBack,
  administration,
  waitsOfOtherBodies,
  tasksOfEach,
  bodyParameters,
  bodyTexts,
  mailHashes,
  addressChanges,
  corrections,
  mandates,
  dayRoots,
  answersOfEach,
  conflicts,
];
