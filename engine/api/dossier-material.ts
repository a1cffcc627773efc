import type { PersonActor } from '../core/actor.ts';
import { romeDay } from '../core/calendar.ts';
import { mayDo } from '../core/policy.ts';
import type { KeptSubmission } from '../core/submission.ts';
import { isVisit, seenBy } from '../core/visit.ts';
import { withParts } from '../core/with-parts.ts';
import { choiceLabels } from '../store/answer-names.ts';
import { loadPapers } from '../store/tables/dossier-papers.ts';
import { noteOf, openUnnoted, type OpenedDossier } from './dossier-reading.ts';
import type { DossierMaterial } from './present/material.ts';
import { defined } from './present/defined.ts';
import type { FilledForm } from './present/submissions.ts';
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
  const { dossier } = entire;
  const { dossierId, bodyId } = dossier;
  const visit = isVisit(actor, dossier);
  const { documents, messages, events, submissions, bodyNames } = await loadPapers(services.db, {
    dossierId,
    bodyId,
    ...defined({ reading: noteOf(services, actor, reading.what) }),
  });
  const readable = submissions.filter((submission) => mayDo(actor, 'read-submission', { dossier, submission }));
  return {
    entire,
    opened: { ...entire, dossier: seenBy(actor, dossier, romeDay(services.clock())) },
    isVisit: visit,
    documents: documents.filter((document) => mayDo(actor, 'read-document', { dossier, document })),
    messages: messages.filter((message) => mayDo(actor, 'read-message', { dossier, message })),
    events: visit ? [] : events,
    submissions: await withForms(services, readable),
    bodyNames,
  };
}

/** Submissions with the forms in which they were answered. */
async function withForms(services: Services, kept: readonly KeptSubmission[]): Promise<readonly FilledForm[]> {
  const lookups = await services.lookups?.();
  return Promise.all(
    kept.map(async (submission) => {
      const procedure = await services.procedures(submission.procedureId, submission.procedureVersion);
      return { submission, procedure, choiceLabels: choiceLabels(withParts(procedure), lookups) };
    }),
  );
}
