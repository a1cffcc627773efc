import type { PersonActor } from '../core/actor.ts';
import { mayDo } from '../core/policy.ts';
import { bodyIdsIn, choiceLabels } from '../store/answer-names.ts';
import { sentAnswers } from '../store/sent-answers.ts';
import { loadPapers } from '../store/tables/dossier-papers.ts';
import { noteOf, openUnnoted } from './dossier-reading.ts';
import type { DossierMaterial } from './present/citizen.ts';
import { defined } from './present/defined.ts';
import type { Services } from './services.ts';

/** Everything that a page about a dossier shows, cut down to what the reader may read; two statements. */
export async function materialOf(
  services: Services,
  actor: PersonActor,
  reading: { readonly dossierId: string; readonly what: string },
): Promise<DossierMaterial> {
  const opened = await openUnnoted(services, actor, reading.dossierId);
  const { dossier, procedure } = opened;
  const lookups = await services.lookups?.();
  const { documents, messages, events, sent, bodyNames } = await loadPapers(services.db, {
    dossierId: dossier.dossierId,
    bodyIds: bodyIdsIn(procedure, dossier.variables),
    ...defined({ reading: noteOf(services, actor, { dossier, what: reading.what }) }),
  });
  return {
    opened,
    documents: documents.filter((document) => mayDo(actor, 'read-document', { dossier, document })),
    messages: messages.filter((message) => mayDo(actor, 'read-message', { dossier, message })),
    events,
    bodyNames,
    choiceLabels: choiceLabels(procedure, lookups),
    ...defined({ sent: sentAnswers(opened, sent, lookups) }),
  };
}
