import type { PersonActor } from '../core/actor.ts';
import { answerNames } from '../store/answer-names.ts';
import { sentAnswers } from '../store/sent-answers.ts';
import { loadEvents } from '../store/tables/events.ts';
import { openDossier, readableDocuments, readableMessages } from './dossier-reading.ts';
import type { DossierMaterial } from './present/citizen.ts';
import { defined } from './present/defined.ts';
import type { Services } from './services.ts';

/** Everything that a page about a dossier shows, cut down to what the reader may read. */
export async function materialOf(
  services: Services,
  actor: PersonActor,
  reading: { readonly dossierId: string; readonly what: string },
): Promise<DossierMaterial> {
  const opened = await openDossier(services, actor, reading);
  const lookups = await services.lookups?.();
  const [documents, messages, events, names, sent] = await Promise.all([
    readableDocuments(services, actor, opened),
    readableMessages(services, actor, opened),
    loadEvents(services.db, reading.dossierId),
    answerNames(services.db, opened.procedure, { answers: opened.dossier.variables, lookups }),
    sentAnswers(services.db, opened, lookups),
  ]);
  return {
    opened,
    documents,
    messages,
    events,
    ...names,
    ...defined({ sent }),
  };
}
