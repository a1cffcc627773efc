import type { PersonActor } from '../core/actor.ts';
import { mayDo } from '../core/policy.ts';
import { isVisit, seenBy } from '../core/visit.ts';
import { bodyIdsIn, choiceLabels } from '../store/answer-names.ts';
import { sentAnswers } from '../store/sent-answers.ts';
import { loadPapers } from '../store/tables/dossier-papers.ts';
import { noteOf, openUnnoted, type OpenedDossier } from './dossier-reading.ts';
import type { DossierMaterial } from './present/citizen.ts';
import { defined } from './present/defined.ts';
import type { Services } from './services.ts';

/** The material with the dossier itself, for a form that may show of it what the procedure has put there. */
export interface ReadMaterial extends DossierMaterial {
  readonly entire: OpenedDossier;
}

/** Everything that a page about a dossier shows, cut down to what the reader may read; two statements. */
export async function materialOf(
  services: Services,
  actor: PersonActor,
  reading: { readonly dossierId: string; readonly what: string },
): Promise<ReadMaterial> {
  const entire = await openUnnoted(services, actor, { ...reading, act: 'visit-dossier' });
  const { dossier, procedure } = entire;
  const visit = isVisit(actor, dossier);
  const lookups = await services.lookups?.();
  const { documents, messages, events, sent, bodyNames } = await loadPapers(services.db, {
    dossierId: dossier.dossierId,
    bodyIds: bodyIdsIn(procedure, dossier.variables),
    ...defined({ reading: noteOf(services, actor, { dossier, what: reading.what }) }),
  });
  return {
    entire,
    opened: { ...entire, dossier: seenBy(actor, dossier) },
    isVisit: visit,
    documents: documents.filter((document) => mayDo(actor, 'read-document', { dossier, document })),
    messages: messages.filter((message) => mayDo(actor, 'read-message', { dossier, message })),
    events: visit ? [] : events,
    bodyNames,
    choiceLabels: choiceLabels(procedure, lookups),
    ...defined({ sent: visit ? undefined : sentAnswers(entire, sent, lookups) }),
  };
}
