import { z } from 'zod';
import type { Answers } from '../../engine/core/scenario/scenario.ts';
import { anApplication, asksFor } from './application.ts';
import type { RunningIter } from './harness.ts';

/** The answers of a complete application for documents by a demo person. */
export function applicationOf(username: string, bodyId: string): Answers {
  return z.record(z.string(), z.json()).parse(anApplication(username, bodyId));
}

/** Giulia applies for documents; gives the id of the dossier. Its mails have been sent. */
export async function anOpenDossier(iter: RunningIter): Promise<string> {
  await iter.submit('giulia', applicationOf('giulia', iter.bodyId));
  return (await iter.dossier()).dossierId;
}

/** The office examines the dossier submitted last and grants it; what follows is left to the queue. */
export async function grantDossier(iter: RunningIter): Promise<void> {
  await iter.complete('operatore', 'check-request', { esitoVerifica: 'regolare' });
  await iter.complete('operatore', 'evaluate-documents', {
    documentiIndividuati: 'Verbali n. 1, 2 e 3 del 2025',
    presenzaControinteressati: 'no',
  });
  const dossier = await iter.dossier();
  const task = dossier.tasks.find(({ elementId }) => elementId === 'decide-request');
  const place = { dossierId: dossier.dossierId, taskId: task?.taskId ?? '' };
  const officer = await iter.person('operatore');
  await iter.run({ type: 'claim', ...place }, officer);
  await iter.run({ type: 'complete', ...place, answers: { esito: 'accolta' } }, officer);
}

/** The office asks the applicant of the dossier submitted last to be more precise: the term stands still. */
export async function askClarification(iter: RunningIter): Promise<void> {
  await iter.complete('operatore', 'check-request', {
    esitoVerifica: 'da-precisare',
    motivoPrecisazione: 'Di quale concorso parli?',
  });
  await iter.complete('operatore', 'prepare-request', { ...asksFor('oggetto') });
}
