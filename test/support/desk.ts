import { randomUUID } from 'node:crypto';
import type { AnswerSection } from '../../forms/contract/submissions.ts';
import type { Draft } from '../../forms/contract/drafts.ts';
import type { OfficeDossier } from '../../forms/contract/tasks.ts';
import { submitAs, type RunningApi, type Visitor } from './api.ts';

/** The first open task of a dossier in the queue of somebody at the desk. */
export async function openTaskOf(clerk: Visitor, dossierId: string) {
  const { items } = await clerk.call('listTasks', { query: { limit: 100 } });
  const task = items.find((one) => one.dossierId === dossierId);
  if (task === undefined) throw new Error(`No open task of ${dossierId} in the queue`);
  return task;
}

/** Takes the open task of a dossier and completes it. */
export async function completeAt(clerk: Visitor, dossierId: string, answers: Draft['answers']): Promise<OfficeDossier> {
  const { taskId } = await openTaskOf(clerk, dossierId);
  await clerk.call('claimTask', { params: { taskId }, idempotencyKey: randomUUID() });
  return clerk.call('completeTask', { params: { taskId }, body: { answers }, idempotencyKey: randomUUID() });
}

/** Marco, as an office names somebody who could be harmed. */
export const verdi = {
  nome: 'Marco',
  cognome: 'Verdi',
  codiceFiscale: 'VRDMRC79S23F257F',
  email: 'marco.verdi@example.org',
};

/** Giulia's request on documents that speak of Marco, at the point where he is heard; gives its id. */
export async function untilMarcoIsHeard(api: RunningApi, giulia: Visitor, clerk: Visitor): Promise<string> {
  const asked = { tipo: 'civico-generalizzato', contieneDatiPersonali: 'si' };
  const { dossierId } = await submitAs(api, { visitor: giulia, username: 'giulia' }, asked);
  await completeAt(clerk, dossierId, { esitoVerifica: 'regolare' });
  await completeAt(clerk, dossierId, {
    documentiIndividuati: 'Contratti n. 12 e 13 del 2025',
    presenzaControinteressati: 'si',
    controinteressati: [verdi],
  });
  return dossierId;
}

/** Completes the task that a citizen has in a dossier. */
export async function answerTask(citizen: Visitor, dossierId: string, answers: Draft['answers']) {
  const { tasks } = await citizen.call('readDossier', { params: { dossierId } });
  const taskId = tasks[0]?.taskId ?? '';
  return citizen.call('completeCitizenTask', {
    params: { dossierId, taskId },
    body: { answers },
    idempotencyKey: randomUUID(),
  });
}

/** Puts up somebody's PDF, as the answer of an attachment field names it. */
export async function putUp(
  visitor: Visitor,
  name: string,
  audience: 'citizen' | 'office' = 'citizen',
): Promise<Draft['answers'][string]> {
  const form = new FormData();
  form.append('file', new Blob([`%PDF-1.7\n%${name}\n1 0 obj\n<<>>\nendobj\n%%EOF\n`]), name);
  const { body } = await visitor.send('POST', `/api/v1/uploads?audience=${audience}`, { body: form });
  return { uploadId: String(body['uploadId']), name, size: Number(body['size']) };
}

/** All answers of all forms that were sent, as they are shown. */
export function rowsSent({
  submissions,
}: Pick<OfficeDossier, 'submissions'>): readonly AnswerSection['rows'][number][] {
  return submissions.flatMap(({ sections }) => sections).flatMap(({ rows }) => rows);
}
